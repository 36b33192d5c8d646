const api = require('../../utils/request')
const phone = require('../../lib/phone')
Page({
  data: { n: '', cents: 0, yuan: '', sells: false, open: true, said: '' },
  onLoad(q) { const cents = Number(q.c) || 0; const sells = phone.sells(); this.setData({ n: q.n || '呼吸', cents, sells, yuan: sells && cents ? (cents / 100).toFixed(2) : '', open: !cents }) },
  pay() { api.post('/orders', { lesson: this.data.n }).then((o) => tt.pay({ orderInfo: o, service: 5, success: () => this.setData({ open: true }), fail: () => this.setData({ said: '没有支付' }) }), () => this.setData({ said: '订单没有建立' })) }
})
