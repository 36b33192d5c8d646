const account = require('../../lib/account')
Page({
  data: { user: null },
  onShow() { this.setData({ user: account.user() }) },
  tel(e) { this.t = e.detail.value },
  pass(e) { this.p = e.detail.value },
  enter() { account.enter(this.t, this.p).then(() => this.onShow()) },
  clear() { wx.removeStorageSync('knots'); wx.showToast({ title: '已清除' }) }
})
