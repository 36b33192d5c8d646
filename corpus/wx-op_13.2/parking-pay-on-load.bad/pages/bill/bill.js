const pipe = require('../../lib/pipe')
const { find, order, pay } = require('../../services/bill')
Page({
  data: { fee: '' },
  onLoad(q) { pipe(find, order, pay)(q.plate).then(() => this.setData({ fee: '已支付' })) }
})
