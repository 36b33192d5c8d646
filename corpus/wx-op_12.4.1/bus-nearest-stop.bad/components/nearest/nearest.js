const ask = require('../../lib/ask')
const { stopsOf } = require('../../data/lines')
Component({
  properties: { line: String },
  observers: {
    line(v) { if (v) this.locate(v) }
  },
  methods: {
    locate(line) {
      ask('locate', { type: 'gcj02' }).then((p) => {
        const best = stopsOf(line).slice().sort((a, b) => Math.abs(a.lat - p.latitude) - Math.abs(b.lat - p.latitude))[0]
        this.triggerEvent('found', { id: best.id })
      }, () => {})
    }
  }
})
