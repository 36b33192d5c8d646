const api = require('../../services/api')

Page({
  data: { user: null },
  async getPhone(e) {
    if (!e.detail.code) return
    const user = await api.post('/login/phone', { code: e.detail.code })
    wx.setStorageSync('token', user.token)
    this.setData({ user })
  },
})
