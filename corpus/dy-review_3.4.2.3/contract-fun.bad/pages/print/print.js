const { kinds, draw } = require('../../lib/print')
Page({ data: { kinds, name: '' }, type(e) { this.setData({ name: e.detail.value }) }, make(e) { draw(tt.createCanvasContext('c'), e.currentTarget.dataset.k, this.data.name) } })
