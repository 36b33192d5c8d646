const { grade, stock } = require('../../data/stock')
Page({ data: { list: stock.map((s) => ({ n: s.n, g: grade[s.g], d: s.d })), q: '' }, find(e) { const q = e.detail.value; this.setData({ q, list: stock.filter((s) => s.n.includes(q)).map((s) => ({ n: s.n, g: grade[s.g], d: s.d })) }) } })
