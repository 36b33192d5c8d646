const base = 6
const kinds = { 旧书回收: 0.98, 老收音机: 0.7, 搪瓷缸: 0, '黄金季节·旧物市集': 0 }
Page({ data: { rows: Object.entries(kinds).map(([n, k]) => ({ n, p: k ? `${(base * k).toFixed(1)} 元/斤` : '周六开摊，摊主金师傅' })) } })
