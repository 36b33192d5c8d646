const app = getApp()
Page({
  data: { area: '', need: '', show: false },
  onLoad() {
    app.ready.then(() => this.setData({ show: app.globalData.spring }))
  },
  input(e) { this.setData({ area: e.detail.value, need: Math.ceil(e.detail.value / 6) }) },
  buy() { wx.navigateTo({ url: '/pages/expert/expert' }) }
})
