const copy = require('../../lib/copy')
const wrap = (code) => ['订单', code].join(' ')
const list = [{ n: '空气炸锅 129 元', s: '待自提，柜门口令在短信里', c: 'A2026090100' }, { n: '羽绒服 299 元', s: '已发货', c: 'A2026090233' }]
Page({ data: { list }, tap(e) { copy(wrap(list[e.currentTarget.dataset.i].c), '订单号已复制') } })
