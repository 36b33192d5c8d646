const layers = require('../../lib/layers')
Page({
  data: { layers: { welcome: { open: false } }, blocks: [{ id: 1, n: '风车' }, { id: 2, n: '飞鹅' }, { id: 3, n: '木屋' }] },
  onReady() { setTimeout(() => this.setData(layers.state('welcome', true)), 1000) },
  shut() { this.setData(layers.state('welcome', false)) },
  open(e) { wx.navigateTo({ url: '/pages/block/block?id=' + e.currentTarget.dataset.id }) }
})
