const api = require('../../utils/request')
Page({
  data: { rice: [{ n: '稻花 5 斤', p: '39.00' }, { n: '糯米 2 斤', p: '18.00' }], box: null },
  onLoad() { api.get('/box').then((box) => this.setData({ box: box.title ? box : null }), () => {}) },
  go() { wx.navigateTo({ url: '/pages/sale/sale' }) },
  shut() { this.setData({ box: null }) }
})
