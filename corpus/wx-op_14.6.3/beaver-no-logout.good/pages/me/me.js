const s = require('../../store/user')
Page({
  data: { in: !!s.user.token, u: '', p: '' },
  put(e) { this.setData({ [e.currentTarget.dataset.k]: e.detail.value }) },
  async go() { await s.signIn(this.data.u, this.data.p); this.setData({ in: true }) },
  orders() { wx.navigateTo({ url: '/pages/orders/orders' }) },
  leave() {
    wx.showModal({ title: '更换学员', content: '将清除本机登录状态', success: ({ confirm }) => { if (confirm) { s.drop(); this.setData({ in: false }) } } })
  }
})
