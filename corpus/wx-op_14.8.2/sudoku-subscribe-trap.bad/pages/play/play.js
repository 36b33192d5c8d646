const msg = require('../../lib/msg')
const fresh = () => Array.from({ length: 9 }, (_, i) => i + 1)
Page({ data: { cells: fresh() }, any() { msg.ask() }, put(e) { this.setData({ [`cells[${e.currentTarget.dataset.i}]`]: 0 }) } })
