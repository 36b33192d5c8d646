const api = require('../../utils/request')
Page({
  data: { n: '三斤箱', p: '39.90', said: '' },
  onLoad(q) { if (q.n) this.setData({ n: q.n, p: q.p || '39.90' }) },
  pay() {
    api.post('/orders', { box: this.data.n }).then((o) => {
      if (o.order_id) this.cash(o)
      else this.setData({ said: '订单没有建立' })
    }, () => this.setData({ said: '订单没有建立' }))
  },
  cash(orderInfo) { tt.pay({ orderInfo, service: 5, success: () => this.setData({ said: '已支付，明早发货' }), fail: () => this.setData({ said: '没有支付，订单保留半小时' }) }) }
})
