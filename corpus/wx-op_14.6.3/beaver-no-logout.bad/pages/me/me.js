const s = require('../../store/user')
Page({
  data: { in: !!s.user.token, u: '', p: '' },
  put(e) { this.setData({ [e.currentTarget.dataset.k]: e.detail.value }) },
  async go() { await s.signIn(this.data.u, this.data.p); this.setData({ in: true }) },
  orders() { wx.navigateTo({ url: '/pages/orders/orders' }) }
})
