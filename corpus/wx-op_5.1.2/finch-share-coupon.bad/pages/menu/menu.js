Component({ behaviors: [require('../../behaviors/share')], data: { w: require('./words'), menu: ['烧麦', '豆浆'] }, methods: { sign() { wx.request({ url: 'https://api.finch.example.org/sign' }) } } })
