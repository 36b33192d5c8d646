const shop = require('../../services/shop')
Page({
  data: { state: 'loading', list: [] },
  onShow() { this.read() },
  read() { this.setData({ state: 'loading' }); shop.orders().then((list) => this.setData({ list, state: list.length ? 'ok' : 'empty' }), () => this.setData({ state: 'failed' })) },
  open(e) { wx.navigateTo({ url: '/pages/order/order?id=' + e.currentTarget.dataset.id }) }
})
