const choir = require('../../services/choir')
const load = require('../../behaviors/load')
Page({
  behaviors: [load],
  onLoad() { this.again() },
  again() { return this.load(choir.notices()) },
  onPullDownRefresh() { this.again().then(() => wx.stopPullDownRefresh()) },
  rules() { wx.navigateTo({ url: '/pages/rules/rules' }) },
  songs() { wx.switchTab({ url: '/pages/songs/songs' }) },
  onShareAppMessage() { return { title: '江畔合唱团', path: '/pages/home/home' } }
})
