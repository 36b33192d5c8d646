const http = require('../../lib/http')
const box = require('../../lib/box')
Page({
  data: { who: '' },
  onShow() { this.setData({ who: box.get('token') ? box.get('nick') || '同学' : '' }) },
  login() {
    wx.login({ success: (r) => http('POST', '/login', { code: r.code }).then((a) => { box.keep('token', a.token); box.keep('nick', a.nick); this.onShow() }, () => wx.showToast({ title: '登录没有成功', icon: 'none' })) })
  },
  out() { wx.showModal({ title: '退出登录', content: '将在本机退出', success: (r) => { if (!r.confirm) return; box.drop('token'); box.drop('nick'); wx.showToast({ title: '已退出', icon: 'none' }); this.onShow() } }) }
})
