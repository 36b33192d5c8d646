const { ios } = require('../../core/device')
Page({
  data: { ios, plan: ios ? null : { t: '年卡会员', price: 128 }, tip: '由于相关规范，iOS功能暂不可用' },
  buy () { if (!ios) tt.request({ url: 'https://api.example.org/o', success: r => tt.pay({ service: 5, orderInfo: r.data }) }) }
})
