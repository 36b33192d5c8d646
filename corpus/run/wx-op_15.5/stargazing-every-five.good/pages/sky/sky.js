const club = require('../../lib/club')
Page({
  data: { club: false, list: [{ n: '木星', w: '东南，入夜后' }, { n: '昴星团', w: '正南，子夜' }] },
  onShow() { club.watch(this) }, onHide() { club.rest(this) }, onUnload() { club.rest(this) },
  shut() { this.setData({ club: false }) },
  diary() { wx.navigateTo({ url: '/pages/diary/diary' }) }
})
