const line = '潮水退下去以后，船坞里只剩一圈一圈的泥印，老人说每一圈是一年。'
const marks = [{ at: 300, kind: 'save' }, { at: 700, kind: 'sequel' }]
Page({
  data: { lines: Array.from({ length: 60 }, (_, i) => i + 1 + '. ' + line), sequel: false },
  onLoad(q) { this.book = q.id || 1; this.done = {} },
  onPageScroll(e) {
    const m = marks.find((x) => e.scrollTop > x.at && !this.done[x.kind])
    if (!m) return
    this.done[m.kind] = true
    this[m.kind](e.scrollTop)
  },
  save(top) { wx.setStorageSync('at-' + this.book, top) },
  sequel() { this.setData({ sequel: true }) },
  next() { wx.navigateToMiniProgram({ appId: 'wx0a11b22c33d44e03', path: 'pages/book/book', fail: () => {} }) }
})
