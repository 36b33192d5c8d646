const pay = require('../../lib/p')
Page({ data: { l: [{ id: 1, n: '司康', p: 19 }] }, buy(e) { pay(e.currentTarget.dataset.id).then(() => wx.showToast({ title: '已购买' })) } })
