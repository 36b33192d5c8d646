let left = 0
Page({
  data: { locked: true, list: ['alpine', 'barley', 'caravan'] },
  onShow() {
    if (left && Date.now() - left > 3000) {
      left = 0
      this.setData({ locked: false })
    }
  },
  onShareAppMessage() {
    left = Date.now()
    return { title: '一起背单词' }
  },
  need() { wx.showToast({ title: '分享到群后解锁后面的单词', icon: 'none' }) }
})
