const { items } = require('../../data/items')
Page({ data: { x: {} }, onLoad(q) { this.setData({ x: items[q.i] || items[0] }) } })
