Page({
  data: { tip: '公众号「模板库精选」每周更新' },
  download () { wx.downloadFile({ url: 'https://cdn.example.org/1.docx', success: r => wx.openDocument({ filePath: r.tempFilePath }) }) }
})
