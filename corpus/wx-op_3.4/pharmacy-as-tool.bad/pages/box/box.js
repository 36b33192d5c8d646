const drugs = require('../../data/drugs')
const money = (c) => '¥' + (c / 100).toFixed(2)
Page({
  data: { drugs: drugs.map((d) => ({ n: d.n, s: money(d.c) + ' 加入购物车' })), total: '' },
  act(e) { const d = drugs[e.currentTarget.dataset.i]; wx.request({ url: 'https://drug.example.org/orders', method: 'POST', data: d, success: (r) => wx.requestPayment(r.data) }) }
})
