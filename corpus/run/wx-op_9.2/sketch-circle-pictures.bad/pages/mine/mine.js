Page({
  data: { own: [], said: '' },
  onShow() { this.setData({ own: wx.getStorageSync('own') || [] }) },
  choose() {
    wx.chooseMedia({ count: 1, mediaType: ['image'], success: (r) => { this.setData({ said: '正在上传照片…' }); this.send(r.tempFiles[0].tempFilePath) }, fail: () => this.setData({ said: '没有选照片' }) })
  },
  send(path) {
    wx.uploadFile({ url: 'https://api.sketchers.example.org/works', name: 'work', filePath: path, success: (r) => { if (r.statusCode === 200) this.hang(path, r.data); else this.setData({ said: '没有传上去' }) }, fail: () => this.setData({ said: '没有传上去' }) })
  },
  hang(path, answer) {
    const own = [{ src: path, s: '已上墙' }].concat(this.data.own)
    wx.setStorageSync('own', own); this.setData({ own, said: '已上墙' })
  }
})
