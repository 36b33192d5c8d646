const { goods, talk } = require('../../data/shop')
Page({ data: { goods, talk, n: 0 }, add() { this.setData({ n: this.data.n + 1 }) } })
