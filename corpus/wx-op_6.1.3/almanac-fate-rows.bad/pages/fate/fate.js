const { act, keys } = require('../../config/fate')
const lucky = ['上上', '中平', '下下']
Page({ data: { act, at: '', rows: [] }, day(e) { this.setData({ at: e.detail.value }) }, ask() { this.setData({ rows: keys.map((k, i) => ({ k, v: lucky[(this.data.at.length + i) % 3] })) }) } })
