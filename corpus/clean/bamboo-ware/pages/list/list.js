const shop = require('../../services/shop')
Page({
  data: { name: '全部器物', state: 'loading', list: [] },
  onLoad(q) { this.kind = q.kind || 'all'; if (q.name) this.setData({ name: q.name }); this.read() },
  read() { this.setData({ state: 'loading' }); shop.goods(this.kind).then((list) => this.setData({ list, state: list.length ? 'ok' : 'empty' }), () => this.setData({ state: 'failed' })) },
  open(e) { wx.navigateTo({ url: '/pages/item/item?id=' + e.currentTarget.dataset.id }) }
})
