const shop = require('../../services/shop')
Page({
  data: { state: 'loading', o: null, said: '' },
  onLoad(q) { this.id = q.id || 'o1'; this.read() },
  read() { this.setData({ state: 'loading' }); shop.order(this.id).then((o) => this.setData({ o, state: o ? 'ok' : 'empty' }), () => this.setData({ state: 'failed' })) },
  copy() { wx.setClipboardData({ data: this.data.o.id, success: () => this.setData({ said: '订单号已复制' }) }) },
  call() { wx.makePhoneCall({ phoneNumber: '400-000-1212', fail: () => {} }) }
})
