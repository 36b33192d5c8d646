import { upload } from '../../services/cos'
Page({
  data: { state: '选择一张作品照片' },
  pick() {
    wx.chooseMedia({ count: 1, mediaType: ['image'], success: async (r) => {
      this.setData({ state: '上传中…' })
      await upload(r.tempFiles[0].tempFilePath)
      this.setData({ state: '已上传' })
    } })
  },
})
