const { ios } = require('../../core/device')
Page({
  data: { ios, plan: ios ? null : { t: '年卡会员', price: 128 }, tip: ['请使用安卓手机开通，', '或关注公众号「古筝小课」购买后同步'].join('') }, 
  buy () { if (!ios) tt.request({ url: 'https://api.example.org/o', success: r => tt.pay({ service: 5, orderInfo: r.data }) }) }
})
