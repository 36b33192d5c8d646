const app = getApp()
Page({
  data: { ok: false },
  onShow () { this.setData({ ok: app.globalData.visited }) },
  save () {
    if (!app.globalData.visited) {
      wx.showModal({ title: '解锁保存', content: '打开「省钱联盟」小程序即可解锁', success: r => { if (r.confirm) wx.navigateToMiniProgram({ appId: 'wx5566778899aabbcc' }) } }) 
      return
    }
    wx.canvasToTempFilePath({ canvasId: 'c', success: r => wx.saveImageToPhotosAlbum({ filePath: r.tempFilePath }) })
  }
})
