Component({
  properties: { port: { type: String, value: '' }, high: { type: Number, value: 0 } },
  data: { level: 0, turns: 0 },
  observers: {
    'level, high': function (level, high) {
      const next = level === high ? 0 : high
      if (this.data.port === '东礁' && level !== high) wx.nextTick(() => this.setData({ level: next, turns: this.data.turns + 1 }))
    }
  }
})
