const api = require('../../lib/api')
Page({
  data: { lanes: [{ k: 1, t: '3 道 19:00', p: 25 }, { k: 2, t: '5 道 20:00', p: 25 }] },
  async book(e) {
    const r = await api.request({ url: 'https://swim.example.org/orders', method: 'POST', data: { k: e.currentTarget.dataset.k } })
    await api.requestPayment(r.data)
  }
})
