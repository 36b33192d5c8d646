const raw = require('../../data/items')
const turn = (s) => [...s].reverse().join('')
Page({ data: { items: [] }, onLoad() { this.setData({ items: raw.map(([n, d]) => ({ n: turn(n), d })) }) } })
