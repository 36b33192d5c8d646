const cards = require('../../data/cards')
const how = (c) => wx.showModal({ title: c.n, content: c.d, showCancel: false })
Page({ data: { city: '示例市', temp: 18, head: '穿衣推荐', cards }, open(e) { how(cards[e.currentTarget.dataset.i]) } })
