const cards = require('../../data/cards')
const how = { mp: (c) => wx.navigateToMiniProgram({ appId: c.id }), oa: (c) => wx.previewImage({ urls: ['https://img.example.org/' + encodeURIComponent(c.n) + '.png'] }) }
Page({ data: { city: '示例市', temp: 18, head: '精选推荐', cards }, open(e) { const c = cards[e.currentTarget.dataset.i]; how[c.type](c) } })
