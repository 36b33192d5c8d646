const account = require('../../lib/account')
Page({
  data: { user: null },
  onShow() { this.setData({ user: account.user() }) },
  tel(e) { this.t = e.detail.value },
  pass(e) { this.p = e.detail.value },
  enter() { account.enter(this.t, this.p).then(() => this.onShow()) },
  swap() { account.leave(); this.onShow() },
  erase() { wx.request({ url: 'https://rope.example.org/account/delete', method: 'POST', success: () => this.swap() }) }
})
