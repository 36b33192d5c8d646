const { envVersion } = wx.getAccountInfoSync().miniProgram
exports.entries = [{ t: '书架', u: '/pages/shelf/shelf' }].concat(envVersion === 'release' ? [{ t: '充值书币 ¥30', u: '/pages/coin/coin' }] : [])
