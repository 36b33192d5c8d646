const { order, fee } = require('../../services/take')
Page({ data: { pots: [{ id: 1, n: '薄荷苗' }, { id: 2, n: '碰碰香' }] }, take(e) { order(e.currentTarget.dataset.id).then(fee).then(() => wx.showToast({ title: '已领取' })) } })
