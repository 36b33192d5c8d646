const tools = [{ id: 'rate', name: '汇率换算', desc: '手动输入汇率', page: '/pages/rate/rate' }, { id: 'size', name: '鞋码对照', desc: '中欧美', page: '/pages/size/size' }]
exports.find = (q) => tools.filter((t) => (t.name + t.desc).includes(q))
