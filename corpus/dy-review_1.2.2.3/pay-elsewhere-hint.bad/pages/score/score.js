const { tell } = require('../../lib/tell')
const list = [{ n: '仙翁操', free: true }, { n: '梅花三弄', free: false }]
Page({ data: { list, hint: '' }, open(e) { const s = list[e.currentTarget.dataset.i]; this.setData({ hint: s.free ? '正在打开 ' + s.n : tell(s) }) } })
