const session = require('./services/session')

App({
  globalData: { token: '' },
  onLaunch() {
    wx.login({
      success: ({ code }) => session.open(code).then((token) => { this.globalData.token = token }),
    })
  },
})
