const api = require('../../lib/api')
Page({ data: { id: '', n: 1 }, onLoad(q) { this.setData({ id: q.id }) }, join() { api('/relays/' + this.data.id, { n: this.data.n }) } })
