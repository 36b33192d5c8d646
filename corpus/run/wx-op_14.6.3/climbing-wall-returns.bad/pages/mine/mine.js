const api = require('../../utils/request')
const session = require('../../lib/session')
Page({
  data: { on: false },
  onShow() { this.setData({ on: !!session.read() }) },
  login() { wx.login({ success: (r) => api.post('/session', { code: r.code }).then((a) => { session.enter(a.token); this.onShow() }, () => wx.showToast({ title: '没有登录成功', icon: 'none' })) }) },
  out() { session.leave(); wx.showToast({ title: '已退出登录', icon: 'none' }); setTimeout(() => this.onShow(), 300) }
})
