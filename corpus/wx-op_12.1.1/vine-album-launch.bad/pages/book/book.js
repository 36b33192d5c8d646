const { want } = require('../../lib/grant')
const ready = want('scope.writePhotosAlbum')
Page({
  data: { tpl: ['周计划', '读书卡'] },
  async save() { if (await ready) wx.saveImageToPhotosAlbum({ filePath: this.path }) }
})
