Page({
  data: { url: 'https://glove.example.org/1.png' },
  keep() { this.grant() },
  grant() {
    wx.authorize({
      scope: 'scope.writePhotosAlbum',
      success: () => this.save(),
      fail: this.onRefused.bind(this)
    })
  },
  onRefused() {
    wx.showToast({ title: '必须允许', icon: 'none' })
    this.grant()
  },
  save() { wx.downloadFile({ url: this.data.url, success: (r) => wx.saveImageToPhotosAlbum({ filePath: r.tempFilePath }) }) }
})
