const partner = { appId: 'wx0a11b22c33d44e01', path: 'pages/ticket/ticket' }
Page({
  data: { times: ['8:00', '8:30', '9:00'], ready: false },
  onLoad(q) {
    this.from = q.id || 'n'
    this.timer = setTimeout(() => this.offer(), 1500)
  },
  onUnload() { clearTimeout(this.timer) },
  offer() {
    this.setData({ ready: true })
    this.go()
  },
  go() { wx.navigateToMiniProgram({ ...partner, path: partner.path + '?pier=' + this.from, fail: () => {} }) }
})
