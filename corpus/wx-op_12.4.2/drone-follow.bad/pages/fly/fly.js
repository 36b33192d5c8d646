const link = require('../../lib/link')
Page({
  data: { p: { latitude: 31.2, longitude: 121.4 }, label: '开启自动跟随' },
  start() {
    wx.showModal({ title: '位置用途', content: '用于让无人机跟随你飞行', success: (r) => r.confirm && this.follow() })
  },
  follow() {
    wx.startLocationUpdate()
    wx.onLocationChange((p) => { this.setData({ p }); link.send('GOTO', p.latitude, p.longitude, 15) })
  }
})
