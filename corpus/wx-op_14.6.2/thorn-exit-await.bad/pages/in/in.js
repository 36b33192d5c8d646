const { ensure } = require('../../lib/cam')
Page({ data: { cam: false, no: '' }, async scan() { this.setData({ cam: await ensure() }) }, put(e) { this.setData({ no: e.detail.value }) } })
