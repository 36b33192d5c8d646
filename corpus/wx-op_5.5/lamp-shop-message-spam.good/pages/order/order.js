const notify = require('../../services/notify')
Page({
  data: { name: '纸灯', price: 129 },
  order() { wx.requestSubscribeMessage({ tmplIds: ['order-progress'], complete: () => wx.request({ url: 'https://lamp.example.org/orders', method: 'POST', success: (r) => notify.plan(r.data) }) }) }
})
