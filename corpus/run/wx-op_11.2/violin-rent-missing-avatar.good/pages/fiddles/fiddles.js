const api = require('../../utils/request')
Page({
  data: { list: [], said: '' },
  onLoad() { api.get('/fiddles').then((list) => this.setData({ list: Array.isArray(list) ? list : [], said: Array.isArray(list) && list.length ? '' : '现在没有可租的琴' }), () => this.setData({ said: '没有读到，请稍后再来' })) },
  open(e) { wx.navigateTo({ url: '/pages/fiddle/fiddle?id=' + e.currentTarget.dataset.id }) }
})
