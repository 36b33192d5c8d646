const track = require('../../lib/track')
Page({
  data: { cars: ['湖滨车', '武林车'], here: null },
  search() {
    wx.showModal({ title: '位置用途', content: '用于查找附近的咖啡车', success: ({ confirm }) => { if (confirm) wx.getLocation({ success: (p) => this.setData({ here: { lat: p.latitude, lng: p.longitude } }) }) } })
  },
  chosen({ detail }) {
    track.push('choose', { car: detail.name, ready: Boolean(detail.near) })
  }
})
