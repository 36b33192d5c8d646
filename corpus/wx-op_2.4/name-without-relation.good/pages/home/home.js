Page({
  data: { color: '#c05621' },
  onReady() { this.ctx = wx.createCanvasContext('board') },
  draw(e) { const t = e.touches[0]; this.ctx.setFillStyle(this.data.color); this.ctx.arc(t.x, t.y, 4, 0, 6.3); this.ctx.fill(); this.ctx.draw(true) },
  pick(e) { this.setData({ color: e.currentTarget.dataset.c }) },
  clear() { this.ctx.draw() }
})
