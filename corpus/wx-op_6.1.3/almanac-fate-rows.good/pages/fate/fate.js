const { act, keys } = require('../../config/fate')
Page({ data: { act, at: '', rows: [] }, day(e) { this.setData({ at: e.detail.value }) }, ask() { this.setData({ rows: keys.map((k) => ({ k, v: this.data.at })) }) } })
