const api = require('../../lib/api')
Page({ data: { rows: [] }, onLoad() { api.get('readings', (rows) => this.setData({ rows })) } })
