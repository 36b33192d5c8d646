const fund = require('../../services/fund')
Page({
  data: { head: '代收池（手续费 0.6%）', rows: [{ n: '室友 A 已交', v: '1800.00' }, { n: '室友 B 已交', v: '1750.00' }], label: '结算给房东' },
  act() { fund.settle({ to: 'landlord_88', amount: 3550, fee: 0.006 }).then(() => wx.showToast({ title: '已打款' })) }
})
