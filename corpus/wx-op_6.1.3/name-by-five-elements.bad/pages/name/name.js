const { t, make } = require('../../lib/name')
Page({ data: { t, list: [], x: '' }, set(e) { this.data.x = e.detail.value }, make() { this.setData({ list: make(this.data.x) }) } })
