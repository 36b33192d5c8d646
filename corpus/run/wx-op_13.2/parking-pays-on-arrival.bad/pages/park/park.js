const api = require('../../utils/request')
Page({
  data: { bill: null, said: '' },
  onLoad() { api.get('/bill').then((bill) => { this.setData({ bill }); setTimeout(() => this.ready(), 2000) }, () => this.setData({ said: '没有查到停车记录' })) },
  ready() { this.pay() },
  pay() {
    const b = this.data.bill
    wx.requestPayment({ timeStamp: b.timeStamp, nonceStr: b.nonceStr, package: b.package, signType: 'RSA', paySign: b.paySign, success: () => this.setData({ said: '已缴费' }), fail: () => this.setData({ said: '没有缴费，也可在出口现金缴费' }) })
  },
  help() { wx.navigateTo({ url: '/pages/help/help' }) }
})
