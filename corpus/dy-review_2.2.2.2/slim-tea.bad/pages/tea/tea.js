const { list, calc } = require('../../data/tea')
Page({ data: { list, out: '' }, type(e) { this.setData({ out: calc(Number(e.detail.value) || 0) }) } })
