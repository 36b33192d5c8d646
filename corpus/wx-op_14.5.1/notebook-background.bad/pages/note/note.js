const stay = require('../../lib/stay')
Page({
  data: { text: '', label: '保存' },
  onLoad() { stay.awake(() => wx.setStorage({ key: 'text', data: this.data.text })) },
  type(e) { this.setData({ text: e.detail.value }) },
  tap() { wx.setStorageSync('text', this.data.text) }
})
