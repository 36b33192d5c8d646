const { find } = require('../../services/find')
Page({
  data: { hint: '小程序内搜索：汇率、尺码、倒数日…', hits: [], w: '' },
  type(e) { this.data.w = e.detail.value },
  go() { this.setData({ hits: find(this.data.w) }) },
  open(e) { wx.navigateTo({ url: this.data.hits[e.currentTarget.dataset.i].page }) }
})
