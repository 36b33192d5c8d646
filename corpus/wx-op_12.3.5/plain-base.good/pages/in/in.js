const base = require('../../config/env')
Page({
  save (e) {
    const { user, pass } = e.detail.value
    wx.login({ success: ({ code }) => wx.request({ url: base + '/login', method: 'POST', data: { user, pass, code }, success: () => wx.redirectTo({ url: '/pages/home/home' }) }) }) 
  },
  look () { wx.navigateTo({ url: '/pages/home/home' }) }
})
