const day = 560
const kinds = [['黄金', 0.98], ['K 金', 0.7], ['名表名包', 0], ['翡翠', 0]]
exports.rows = () => kinds.map(([k, r]) => ({ n: k + '回收', p: r ? `今日 ${(day * r).toFixed(0)} 元/克` : '上门估价，当场结款' }))
