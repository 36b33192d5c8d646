const shop = require('../../services/shop')
Page({
  data: { state: 'loading', kinds: [] },
  onLoad() { this.read() },
  read() { this.setData({ state: 'loading' }); shop.kinds().then((kinds) => this.setData({ kinds, state: kinds.length ? 'ok' : 'empty' }), () => this.setData({ state: 'failed' })) },
  open(e) { const { k, n } = e.currentTarget.dataset; wx.navigateTo({ url: `/pages/list/list?kind=${k}&name=${n}` }) }
})
