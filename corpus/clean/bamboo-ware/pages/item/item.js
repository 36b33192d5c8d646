const shop = require('../../services/shop')
const bag = require('../../services/bag')
Page({
  data: { state: 'loading', g: null, n: 0 },
  onLoad(q) { this.id = q.id || 'g1'; this.read() },
  read() { this.setData({ state: 'loading' }); shop.one(this.id).then((g) => this.setData({ g, state: g ? 'ok' : 'empty' }), () => this.setData({ state: 'failed' })) },
  put() { bag.add(this.data.g); this.setData({ n: this.data.n + 1 }); wx.showToast({ title: '已放进购物袋', icon: 'none' }) },
  toBag() { wx.switchTab({ url: '/pages/cart/cart' }) }
})
