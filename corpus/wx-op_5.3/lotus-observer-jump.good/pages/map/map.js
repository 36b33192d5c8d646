Page({
  data: { spots: [] },
  onLoad() {
    wx.request({ url: 'https://lotus.example.org/spots', success: (r) => this.setData({ spots: r.data.list }) })
  }
})
