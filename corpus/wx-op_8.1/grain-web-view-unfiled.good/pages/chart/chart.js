const { at } = require('../../config/host')
Page({ data: { src: '' }, onLoad(q) { this.setData({ src: at('/k', q.n) }) } })
