const base = 560
const kinds = { 足金回收: 0.98, 'K 金首饰': 0.7, 翡翠手镯: 0, 名表名包高价收: 0 }
Page({ data: { rows: Object.entries(kinds).map(([n, k]) => ({ n, p: k ? `今日 ${(base * k).toFixed(0)} 元/克` : '上门估价' })) } })
