const env = require('../../config/env')
const sign = require('../../lib/sign')
Page({
  data: { fee: '38.20', logo: '' },
  pay() {
    const o = { mch: env.mch_id, fee: 3820, t: Date.now() }
    wx.request({ url: 'https://pay.example.org/unified', method: 'POST', data: { ...o, sign: sign(o, env.apiv3_key) }, success: (r) => wx.requestPayment(r.data) })
  }
})
