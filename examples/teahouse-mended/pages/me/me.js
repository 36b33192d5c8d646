const api = require('../../services/api')

Page({
  data: { user: null },
  async getPhone(e) {
    if (!e.detail.code) return
    const user = await api.post('/login/phone', { code: e.detail.code })
    wx.setStorageSync('token', user.token)
    this.setData({ user })
  },
  records() {
    wx.switchTab({ url: '/pages/menu/menu' })
  },
  logout() {
    wx.removeStorageSync('token')
    this.setData({ user: null })
  },
  erase() {
    wx.showModal({
      title: '注销账号',
      content: '将删除你的手机号、订单与笔记，且无法恢复。',
      success: async (answer) => {
        if (!answer.confirm) return
        await api.post('/account/delete', {})
        this.logout()
      },
    })
  },
  terms() {
    wx.navigateTo({ url: '/pages/terms/terms' })
  },
  complain() {
    wx.navigateTo({ url: '/pages/terms/terms?part=complaint' })
  },
})
