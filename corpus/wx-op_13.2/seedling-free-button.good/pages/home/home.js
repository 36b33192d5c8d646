const { order, fee } = require('../../services/take')
Page({
  data: { pots: [{ id: 1, n: '薄荷苗' }, { id: 2, n: '碰碰香' }], post: 800 },
  take(e) { wx.showModal({ title: '支付运费 ¥8.00', content: '苗木免费，需支付快递运费', success: (r) => r.confirm && order(e.currentTarget.dataset.id).then(fee).then(() => wx.showToast({ title: '已付运费' })) }) }
})
