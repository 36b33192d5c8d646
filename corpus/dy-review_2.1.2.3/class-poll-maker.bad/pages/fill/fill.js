const api = require('../../lib/api')
Page({ data: { id: '' }, onLoad(q) { this.setData({ id: q.id }) }, send() { api('/answers', { id: this.data.id }) } })
