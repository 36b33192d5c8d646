Page({
  data: { open: false, thanks: false },
  onLoad(q) { this.id = q.id || 1; this.left = 0 },
  onShow() {
    if (!this.left) return
    if (Date.now() - this.left > 1000) this.setData({ thanks: true })
    this.left = 0
  },
  onShareAppMessage() { this.left = Date.now(); return { title: '这局你能解吗', path: '/pages/answer/answer?id=' + this.id } },
  show() { this.setData({ open: true }) }
})
