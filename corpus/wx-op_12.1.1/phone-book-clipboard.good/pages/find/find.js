const sniff = require('../../lib/sniff')
Page({
  data: { word: '', books: [] },
  onShow() { this.setData({ word: '' }) },
  paste() { sniff((word) => this.setData({ word })) },
  onInput(e) { this.setData({ word: e.detail.value }) },
  search() { wx.navigateTo({ url: '/pages/result/result?w=' + encodeURIComponent(this.data.word) }) }
})
