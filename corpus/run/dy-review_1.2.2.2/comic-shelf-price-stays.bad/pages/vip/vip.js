const http = require('../../lib/http')
const ios = () => tt.getSystemInfoSync().platform === 'ios'
Page({
  data: { plans: [], ios: false, said: '' },
  onLoad() {
    this.setData({ ios: ios() })
    http('GET', '/plans').then((a) => this.setData({ plans: a.plans || [] }), () => {})
  },
  pay(e) { if (ios()) return; http('POST', '/orders', { plan: e.currentTarget.dataset.n }).then((o) => tt.pay({ orderInfo: o, service: 5, success: () => this.setData({ said: '已开通' }), fail: () => this.setData({ said: '没有支付' }) }), () => {}) }
})
