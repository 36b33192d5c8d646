const profile = require('../../services/profile')
Page({
  data: { me: {} },
  onShow() { this.setData({ me: profile.card() }) },
  grant() { wx.getUserProfile({ desc: '用于在评论区显示昵称头像', success: (r) => { profile.keep(r.userInfo); this.onShow() }, fail: () => this.revoke() }) },
  revoke() { profile.refuse(); this.onShow() }
})
