const pipe = require('../../lib/pipe')
const { find, order, pay } = require('../../services/bill')
Page({
  data: { bill: null },
  onLoad(q) { pipe(find, (bill) => this.setData({ bill }))(q.plate) },
  pay() { pipe(order, pay)(this.data.bill).then(() => wx.showToast({ title: '已支付' }), () => {}) }
})
