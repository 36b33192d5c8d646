const Loader = require('../../lib/loader')
const target = { appId: 'wx7777777777777777', path: 'pages/shop/shop' }
const away = () => wx.showModal({ title: '打开「馆里文创」小程序？', success: (r) => r.confirm && wx.navigateToMiniProgram(target) })
Page({ data: { works: ['a', 'b'], link: false }, onReady() { new Loader(['https://img.example.org/a.jpg']).all(() => this.setData({ link: true })) }, go: away })
