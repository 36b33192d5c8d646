const scopes = require('../../config/scopes')
Page({
  data: { plan: [{ day: '周三', piece: '茉莉花' }, { day: '周六', piece: '半个月亮爬上来' }] },
  poster() {
    const scope = scopes[1].key
    wx.showModal({
      title: '保存海报到相册', content: '需要写入相册权限，仅用于存下这一张海报图片。',
      success: (r) => r.confirm && wx.authorize({ scope, success: () => wx.saveImageToPhotosAlbum({ filePath: 'images/poster.png' }) })
    })
  }
})
