const geo = require('../../behaviors/geo')
Page({
  behaviors: [geo],
  data: { shops: [], denied: false },
  ask () {
    wx.showModal({ title: '查找附近洗车店', content: '将获取您的位置，用于按距离推荐洗车店', success: r => { if (r.confirm) this.locate() } })
  },
  located (p) { wx.request({ url: 'https://api.example.org/near', data: { lat: p.latitude, lng: p.longitude }, success: r => this.setData({ shops: r.data, denied: false }) }) },
  city () { wx.navigateTo({ url: '/pages/city/city' }) }
})
