const api = require('../../services/api')

Page({
  data: { day: '', rooms: ['听雨', '观竹', '问山'], room: 0 },
  pickDay(e) {
    this.setData({ day: e.detail.value })
  },
  pickRoom(e) {
    this.setData({ room: Number(e.detail.value) })
  },
  async book() {
    const { day, room } = this.data
    if (!day) {
      wx.showToast({ title: '请选择日期', icon: 'none' })
      return
    }
    await api.post('/bookings', { day, room })
    wx.showToast({ title: '已预订' })
  },
})
