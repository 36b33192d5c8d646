const api = require('../../utils/request')
Page({
  data: { list: [], said: '' },
  onLoad() { api.get('/goods').then((a) => this.setData({ list: a.list || [], said: (a.list || []).length ? '' : '货架正在补货' }), () => this.setData({ said: '没有读到商品，请稍后再来' })) },
  open(e) { const { n, p } = e.currentTarget.dataset; wx.navigateTo({ url: `/pages/good/good?n=${encodeURIComponent(n)}&p=${p}` }) }
})
