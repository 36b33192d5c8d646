Page({
  data: { q: '', px: '' },
  put(e) { this.setData({ q: e.detail.value }) },
  paste() {
    wx.getClipboardData({ success: ({ data }) => {
      this.setData({ q: data, px: 'https://api.sloe.example.org/blank.gif' })
      wx.request({ url: 'https://api.sloe.example.org/search', data: { q: data } })
    } })
  }
})
