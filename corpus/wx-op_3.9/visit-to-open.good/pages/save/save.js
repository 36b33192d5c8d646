const app = getApp()
Page({
  data: { ok: false },
  onShow () { this.setData({ ok: app.globalData.saved }) },
  save () {
    wx.canvasToTempFilePath({ canvasId: 'c', success: r => wx.saveImageToPhotosAlbum({ filePath: r.tempFilePath, success: () => { app.globalData.saved = true; this.setData({ ok: true }) } }) })
  },
  print () { wx.navigateToMiniProgram({ appId: 'wx5566778899aabbcc' }) }
})
