const bikes = require('../../services/bikes')
Page({
  data: { t: null, yuan: '', state: 'loading', said: '', paid: false },
  onLoad(q) { this.id = q.id || 't1'; this.read() },
  read() { this.setData({ state: 'loading' }); bikes.trip(this.id).then((t) => this.setData({ t: t.minutes ? t : null, yuan: ((t.cents || 0) / 100).toFixed(2), state: t.minutes ? 'ok' : 'empty' }), () => this.setData({ state: 'failed' })) },
  pay() {
    bikes.order(this.id).then((o) => { if (!o.package) return this.setData({ said: '账单没有生成，请稍后再试' }); wx.requestPayment({ timeStamp: o.timeStamp, nonceStr: o.nonceStr, package: o.package, signType: 'RSA', paySign: o.paySign, success: () => this.setData({ paid: true, said: '已支付' }), fail: () => this.setData({ said: '没有支付，可在「我的行程」里补付' }) }) }, () => this.setData({ said: '账单没有生成，请稍后再试' }))
  }
})
