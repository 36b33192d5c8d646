import { upload } from '../../api/upload'
import env from '../../env'
Page({
  data: { pics: [], mark: `<svg xmlns="${env.ns}"></svg>` },
  add() { wx.chooseMedia({ count: 3, mediaType: ['image'], success: ({ tempFiles }) => tempFiles.forEach((f) => upload(f.tempFilePath, () => this.setData({ pics: this.data.pics.concat(f.tempFilePath) }))) }) }
})
