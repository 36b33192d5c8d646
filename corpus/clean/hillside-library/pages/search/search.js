const api = require('../../utils/request')
const reads = require('../../behaviors/reads')
Page({
  behaviors: [reads],
  data: { key: '', words: '没有找到，换个词试试' },
  onLoad(q) { this.setData({ key: decodeURIComponent(q.key || '') }); this.again() },
  type(e) { this.setData({ key: e.detail.value }) },
  again() { return this.take(api.get('/search', { q: this.data.key })) },
  open(e) { wx.navigateTo({ url: '/pages/book/book?id=' + e.currentTarget.dataset.id }) }
})
