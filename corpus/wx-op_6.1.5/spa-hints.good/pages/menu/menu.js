const { day, evening, note } = require('../../data/menu')
Page({ data: { rows: day, note, tab: 0 }, tab(e) { const tab = Number(e.currentTarget.dataset.t); this.setData({ tab, rows: tab ? evening : day }) }, book(e) { wx.navigateTo({ url: '/pages/book/book?n=' + e.currentTarget.dataset.n }) } })
