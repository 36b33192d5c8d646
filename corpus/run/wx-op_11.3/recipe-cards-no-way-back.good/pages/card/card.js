const steps = ['备料', '和面', '醒二十分钟', '下锅']
Page({
  data: { steps, at: 1 },
  onLoad(q) { this.id = q.id || 1 },
  onUnload() {
    if (this.data.at >= steps.length) return
    wx.setStorageSync('rest', this.data.at)
    setTimeout(() => wx.showToast({ title: '记住了做到哪一步', icon: 'none' }), 100)
  },
  next() { this.setData({ at: Math.min(steps.length, this.data.at + 1) }) }
})
