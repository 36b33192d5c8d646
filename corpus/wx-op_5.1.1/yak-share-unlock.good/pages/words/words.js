let left = 0
Page({
  data: { locked: true, list: ['alpine', 'barley', 'caravan'], read: 0 },
  onShow() {
    if (left && Date.now() - left > 3000) {
      left = 0
      wx.pageScrollTo({ scrollTop: this.top || 0 })
    }
  },
  onShareAppMessage() {
    left = Date.now()
    return { title: '一起背单词' }
  },
  need() { this.setData({ read: this.data.read + 1, locked: this.data.read < 2 }); wx.showToast({ title: '读完前面的单词即可继续', icon: 'none' }) }
})
