const http = require('../../lib/http')
const load = require('../../lib/load')
Page({ data: { state: 'loading', list: [], words: '这个月的时令还没有写好' }, onLoad() { this.read() }, read() { load(this, http('GET', '/season'), (a) => { this.setData({ list: a.list || [] }); return (a.list || []).length }) } })
