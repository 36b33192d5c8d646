Page({
  data: { plants: ['春兰', '墨兰'], need: false },
  onLoad() { getApp().onNeed = (f) => { this.answer = f; this.setData({ need: true }) } },
  agree() { this.setData({ need: false }); this.answer({ buttonId: 'agree', event: 'agree' }) },
  refuse() { this.setData({ need: false }); this.answer({ event: 'disagree' }) },
  photo() { wx.chooseMedia({ count: 1, mediaType: ['image'], success: (r) => wx.uploadFile({ url: 'https://orchid.example.org/id', filePath: r.tempFiles[0].tempFilePath, name: 'f' }) }) }
})
