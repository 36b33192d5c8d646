const t = { head: '百家乐 · 炸金花', add: '联系代理上分', out: '下分提现（1 分 = 1 元）' }
Page({ data: { t, n: 500 }, add() { tt.request({ url: 'https://card.example.org/chips/in', method: 'POST' }) }, out() { tt.request({ url: 'https://card.example.org/chips/out', method: 'POST' }) } })
