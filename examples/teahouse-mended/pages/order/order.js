const api = require('../../services/api')
const teas = { 1: { name: '明前龙井', price: 38 }, 2: { name: '老白茶', price: 32 }, 3: { name: '桂花乌龙', price: 28 } }

Page({
  data: { id: '', phone: '', tea: null },
  onLoad(query) {
    this.setData({ id: query.id || '', tea: teas[query.id] || teas[1] })
  },
  type(e) {
    this.setData({ phone: e.detail.value })
  },
  async pay() {
    const order = await api.post('/orders', { id: this.data.id, phone: this.data.phone })
    wx.requestPayment({ ...order.payment, success: () => wx.showToast({ title: '下单成功' }) })
  },
})
