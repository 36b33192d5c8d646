Page({
  data: { plan: [{ day: '周三', piece: '茉莉花' }, { day: '周六', piece: '半个月亮爬上来' }] },
  poster() { wx.saveImageToPhotosAlbum({ filePath: 'images/poster.png' }) }
})
