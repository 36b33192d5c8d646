const http = require('../../lib/http')
Page({
  login() { wx.login({ success: (r) => http('POST', '/session', { code: r.code }).then((a) => { if (a.token) { wx.setStorageSync('token', a.token); this.home() } else wx.showToast({ title: '登录没有成功', icon: 'none' }) }, () => wx.showToast({ title: '网络不通', icon: 'none' })) }) },
  home() { wx.reLaunch({ url: '/pages/home/home' }) }
})
