const ask_1 = require('../../lib/ask')
Page({
  data: { spots: ['灯塔', '旧码头'] },
  onReady() { tt.getSetting({ success: (r) => console.log('scope.album', r.authSetting['scope.album']) }) },
  save() { tt.showModal({ title: '保存样片到相册', content: '需要相册权限，仅用于存下这张样片。', confirmText: '同意', success: (r) => { if (r.confirm) (0, ask_1.each)(['album']).then(() => tt.saveImageToPhotosAlbum({ filePath: 'images/sample.jpg' })) } }) }
})
