const { head, qs, result } = require('../../data/quiz')
Page({ data: { head, q: qs[0], n: 0, out: '', score: 0 }, pick(e) { const n = this.data.n + 1; const score = this.data.score + Number(e.currentTarget.dataset.v); qs[n] ? this.setData({ n, score, q: qs[n] }) : this.setData({ out: result(score) }) } })
