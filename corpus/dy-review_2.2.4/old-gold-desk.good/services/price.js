const day = 6
const kinds = [['旧书', 0.98], ['搪瓷缸', 0.7], ['老收音机', 0]]
exports.rows = () => kinds.map(([k, r]) => ({ n: k + '回收', p: r ? `今日 ${(day * r).toFixed(1)} 元/斤` : '黄金季节市集面议，找金师傅' }))
