const club = require('../../lib/club')
Page({
  data: { club: false, text: '' },
  onShow() { club.watch(this) }, onHide() { club.rest(this) }, onUnload() { club.rest(this) },
  shut() { this.setData({ club: false }) },
  type(e) { this.setData({ text: e.detail.value }) },
  keep() { wx.setStorageSync('diary', this.data.text); wx.showToast({ title: '已保存', icon: 'none' }) }
})
