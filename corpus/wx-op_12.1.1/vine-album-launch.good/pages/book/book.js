const { want } = require('../../lib/grant')
let ready = null
Page({
  data: { tpl: ['周计划', '读书卡'] },
  async save() { ready = ready || want('scope.writePhotosAlbum'); if (await ready) wx.saveImageToPhotosAlbum({ filePath: this.path }) }
})
