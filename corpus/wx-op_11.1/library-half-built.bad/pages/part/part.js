const soon = ['功能', '开发', '中，敬请', '期待'].join('')
const parts = { new: ['《春山》'], talk: ['周六 古籍修复'], map: [soon], seat: [soon] }
Page({ data: { rows: [] }, onLoad(q) { this.setData({ rows: parts[q.k] || [soon] }) } })
