const device = require('../../utils/device')
const yuan = (cents) => (cents / 100).toFixed(2)
const plans = [['月卡', 2900], ['年卡', 19800]].map(([name, cents]) => ({ name, label: `￥${yuan(cents)} 开通会员` }))

Page({
  data: { shelf: device.apple ? [] : plans, note: device.apple ? '由于相关规范，iOS功能暂不可用' : '会员可看全部花艺视频课' },
  buy() {
    tt.requestOrder({
      data: '{}',
      success: ({ orderId }) => tt.getOrderPayment({ orderId }),
    })
  },
})
