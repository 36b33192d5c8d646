const link = require('../../lib/link')
Page({
  data: { p: { latitude: 31.2, longitude: 121.4 }, label: '查看我附近的禁飞区' },
  start() {
    wx.showModal({ title: '位置用途', content: '仅用于在地图上显示附近禁飞区，不会发给无人机', success: (r) => r.confirm && this.follow() })
  },
  follow() {
    wx.getLocation({ type: 'gcj02', success: (p) => { this.setData({ p }); link.zones(p) } })
  }
})
