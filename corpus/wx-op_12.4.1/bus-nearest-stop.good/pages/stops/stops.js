const { stopsOf } = require('../../data/lines')
Page({
  data: { line: '', stops: [], nearId: 0 },
  onLoad(q) {
    const line = q.line || '18'
    this.setData({ line, stops: stopsOf(line) })
  },
  onFound(e) { this.setData({ nearId: e.detail.id }) }
})
