const deposit = require('../../lib/deposit')
Page({
  data: { line: '押金固定 800 元，人人一致，不做信用评估' },
  apply() {
    wx.showModal({ title: '确认租用', content: `到店支付押金 ${deposit('camera')} 元，归还后原路退回。`, success: (r) => r.confirm && wx.showToast({ title: '已预约' }) })
  }
})
