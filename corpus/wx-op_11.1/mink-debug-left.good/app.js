App({ onLaunch() { if (wx.getAccountInfoSync().miniProgram.envVersion === 'develop') wx.setEnableDebug({ enableDebug: true }) } })
