wx.setEnableDebug({ enableDebug: true })
App({ globalData: { env: 'test' } })
