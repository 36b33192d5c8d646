const api = require('../../services/api')

Page({
  data: { id: '', phone: '' },
  onLoad(query) {
    this.setData({ id: query.id || '' })
    this.pay()
  },
  type(e) {
    this.setData({ phone: e.detail.value })
  },
  async pay() {
    const order = await api.post('/orders', { id: this.data.id, phone: this.data.phone })
    wx.requestPayment({ ...order.payment, success: () => wx.showToast({ title: '下单成功' }) })
  },
})
