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
    wx.showModal({ title: '没有相册权限', content: '可以在设置里打开，也可以长按图片自行保存', confirmText: '去设置', success: ({ confirm }) => { if (confirm) wx.openSetting() } })
  },
  save() { wx.downloadFile({ url: this.data.url, success: (r) => wx.saveImageToPhotosAlbum({ filePath: r.tempFilePath }) }) }
})
