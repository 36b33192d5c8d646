const { items } = require('../../data/items')
Page({ data: { items: items.map((x, i) => ({ i, t: x.t })) }, open(e) { wx.navigateTo({ url: '/pages/one/one?i=' + e.currentTarget.dataset.i }) } })
