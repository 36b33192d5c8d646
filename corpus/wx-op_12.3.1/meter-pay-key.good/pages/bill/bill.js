const env = require('../../config/env')
Page({
  data: { fee: '38.20', logo: env.logo },
  pay() {
    wx.request({ url: 'https://pay.example.org/orders', method: 'POST', data: { kind: env.key, fee: 3820 }, success: (r) => wx.requestPayment(r.data) })
  }
})
