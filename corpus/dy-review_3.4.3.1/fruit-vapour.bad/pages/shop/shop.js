const { kinds, goods, foot } = require('../../data/goods')
Page({
  data: { kinds, kind: 0, shown: goods.filter((g) => g.k === 0), n: 0, foot },
  pick(e) { const kind = Number(e.currentTarget.dataset.k); this.setData({ kind, shown: goods.filter((g) => g.k === kind) }) },
  add() { this.setData({ n: this.data.n + 1 }) }
})
