const copy = require('../../lib/copy')
const wrap = (code) => ['￥', code, '￥'].join('')
const list = [{ n: '空气炸锅 券后 129', s: '领券购买', c: 'Xk3R2mQpT9a' }, { n: '羽绒服 券后 299', s: '领券购买', c: 'Lw8Zc1VbN4d' }]
Page({ data: { list }, tap(e) { copy(wrap(list[e.currentTarget.dataset.i].c) + ' 复制这段，打开淘宝下单', '口令已复制，去淘宝领券') } })
