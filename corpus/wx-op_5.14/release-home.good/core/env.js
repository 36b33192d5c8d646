const info = wx.getAccountInfoSync ? wx.getAccountInfoSync() : { miniProgram: {} }
exports.env = info.miniProgram.envVersion || 'release'
exports.live = exports.env === 'release'
