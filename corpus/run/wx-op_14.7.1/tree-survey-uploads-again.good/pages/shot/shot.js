Page({
  data: { n: '', said: '', again: false },
  onLoad(q) { this.setData({ n: q.n || '香樟 12 号' }) },
  onUnload() { clearTimeout(this.timer) },
  choose() { wx.chooseMedia({ count: 1, mediaType: ['image'], success: (r) => { this.path = r.tempFiles[0].tempFilePath; this.tell() }, fail: () => this.setData({ said: '没有选照片' }) }) },
  tell() { wx.showModal({ title: '上传照片', content: '照片会传到普查服务器，只用于核对树种。', confirmText: '上传', success: (r) => r.confirm && this.send() }) },
  send() {
    this.setData({ said: '正在上传…', again: false })
    wx.uploadFile({ url: 'https://api.treesurvey.example.org/photos', name: 'photo', filePath: this.path, success: (r) => this.got(r), fail: () => this.got({ statusCode: 0 }) })
  },
  got(r) {
    if (r.statusCode === 200) return this.setData({ said: '已上传' })
    this.setData({ said: '没有传上去', again: true })
  }
})
