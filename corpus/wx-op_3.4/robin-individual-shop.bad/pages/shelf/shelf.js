const goods = require('../../data/goods')
Page({ data: { goods }, buy(e) { const g = goods[e.currentTarget.dataset.i]; wx.showModal({ title: '确认支付', content: `${g.n} ¥${g.p}`, success: ({ confirm }) => { if (confirm) wx.request({ url: 'https://api.robin.example.org/pay', data: g, success: (r) => wx.requestPayment(r.data) }) } }) }, ask() { wx.navigateTo({ url: '/pages/doctor/doctor' }) } })
