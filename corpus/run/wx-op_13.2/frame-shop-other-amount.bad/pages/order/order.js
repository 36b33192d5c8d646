const api = require('../../utils/request')
Page({
  data: { p: '29.00', said: '' },
  onLoad(q) { this.id = q.id || 'oak'; this.setData({ p: q.p || '29.00' }) },
  pay() {
    api.post('/orders', { frame: this.id }).then((o) => {
      this.cash(o)
    }, () => this.setData({ said: '订单没有建立' }))
  },
  cash(o) { wx.requestPayment({ timeStamp: o.timeStamp, nonceStr: o.nonceStr, package: o.package, signType: 'RSA', paySign: o.paySign, total_fee: o.total_fee, success: () => this.setData({ said: '已支付' }), fail: () => this.setData({ said: '没有支付，订单保留半小时' }) }) }
})
