const ask_1 = require('../../lib/ask')
Page({
  data: { spots: ['灯塔', '旧码头'] },
  onReady() { (0, ask_1.each)(['album', 'userLocation']) },
  save() { tt.saveImageToPhotosAlbum({ filePath: 'images/sample.jpg' }) }
})
