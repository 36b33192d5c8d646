const api = require('../../utils/request')
const reads = require('../../behaviors/reads')
Page({
  behaviors: [reads],
  data: { key: '', words: '这周没有新书' },
  onLoad() { this.again() },
  again() { return this.take(api.get('/new-books')) },
  type(e) { this.setData({ key: e.detail.value }) },
  find() { wx.navigateTo({ url: '/pages/search/search?key=' + encodeURIComponent(this.data.key) }) },
  open(e) { wx.navigateTo({ url: '/pages/book/book?id=' + e.currentTarget.dataset.id }) },
  events() { wx.navigateTo({ url: '/pages/events/events' }) },
  about() { wx.navigateTo({ url: '/pages/about/about' }) }
})
