const steps = ['备料', '和面', '醒二十分钟', '下锅']
Page({
  data: { steps, at: 1 },
  onLoad(q) { this.id = q.id || 1 },
  onUnload() {
    if (this.data.at >= steps.length) return
    wx.setStorageSync('rest', this.data.at)
    setTimeout(() => wx.navigateTo({ url: '/pages/card/card?id=' + this.id }), 100)
  },
  next() { this.setData({ at: Math.min(steps.length, this.data.at + 1) }) }
})
