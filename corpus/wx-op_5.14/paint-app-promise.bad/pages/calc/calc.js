const app = getApp()
Page({
  data: { area: '', need: '', inReview: true },
  onLoad() {
    app.ready.then(() => this.setData({ inReview: !app.globalData.full }))
  },
  input(e) { this.setData({ area: e.detail.value, need: Math.ceil(e.detail.value / 6) }) },
  buy() { wx.navigateTo({ url: '/pages/expert/expert' }) }
})
