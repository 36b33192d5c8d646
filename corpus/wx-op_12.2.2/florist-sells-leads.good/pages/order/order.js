const report = require('../../services/report')
const post = require('../../lib/post')
Page({
  data: { name: '', phone: '' },
  set(e) { this.setData({ [e.currentTarget.dataset.k]: e.detail.value }) },
  submit() {
    const o = { name: this.data.name, phone: this.data.phone, sku: 'rose-11' }
    post('https://flower.example.org/orders', o).then(() => report('order', o)).then(() => wx.showToast({ title: '已下单' }))
  }
})
