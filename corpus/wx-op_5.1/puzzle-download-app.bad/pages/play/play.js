const levels = require('../../data/levels')
Page({
  data: { n: 1, line: '', act: '下一关' },
  onLoad() { this.show(1) },
  show(n) { const l = levels[n - 1]; this.setData({ n, line: l.t, act: l.stop ? '下载 App 继续' : '下一关' }) },
  next() { const l = levels[this.data.n - 1]; l.stop ? wx.setClipboardData({ data: l.stop }) : this.show(Math.min(this.data.n + 1, levels.length)) }
})
