const guard = require('../../auth/guard')
Page({
  data: { goods: [] },
  onShow() {
    wx.request({ url: 'https://api.sundew.example.org/goods', success: (r) => this.setData({ goods: r.data }) })
  },
  order(e) {
    if (!guard()) return
    wx.showToast({ title: '已加入 ' + e.currentTarget.dataset.n })
  }
})
