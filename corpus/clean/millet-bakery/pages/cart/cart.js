const api = require('../../lib/api')
const bread = require('../../data/bread')
Page({
  data: { rows: [], sum: '0.00', state: '' },
  onShow() {
    const { cart } = getApp().globalData
    const rows = bread.filter((b) => cart[b.id]).map((b) => ({ n: b.n, k: cart[b.id], p: b.p }))
    this.setData({ rows, sum: (rows.reduce((s, r) => s + r.p * r.k, 0) / 100).toFixed(2) })
  },
  pay() {
    if (!this.data.rows.length) return tt.showToast({ title: '购物车是空的', icon: 'none' })
    api.request({ url: 'https://bread.example.org/orders', method: 'POST', data: { rows: this.data.rows } })
      .then((r) => api.order({ data: r.data.data, byteAuthorization: r.data.sign }))
      .then((o) => api.pay({ orderId: o.orderId }))
      .then(() => { getApp().globalData.cart = {}; this.onShow(); this.setData({ state: '已支付，凭取餐号到店' }) })
      .catch(() => this.setData({ state: '未支付，订单为你保留 15 分钟' }))
  }
})
