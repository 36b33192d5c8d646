const device = require('../../utils/device')
const yuan = (cents) => (cents / 100).toFixed(2)

Page({
  data: { plans: [['月卡', 2900], ['年卡', 19800]].map(([name, cents]) => ({ name, label: `￥${yuan(cents)} 开通会员` })) },
  buy() {
    if (device.apple) return tt.showToast({ title: 'iOS 请联系客服开通', icon: 'none' })
    tt.pay({ orderInfo: {}, service: 5 })
  },
})
