const { envVersion } = wx.getAccountInfoSync().miniProgram
exports.base = envVersion === 'release' ? 'https://api.birch.example.org' : 'https://test.birch.example.org'
exports.entries = [{ t: '书架', u: '/pages/shelf/shelf' }].concat([{ t: '阅读设置', u: '/pages/coin/coin' }])
