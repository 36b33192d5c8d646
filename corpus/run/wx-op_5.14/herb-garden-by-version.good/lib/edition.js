const env = () => wx.getAccountInfoSync().miniProgram.envVersion
exports.foot = () => (env() === 'release' ? '' : '版本 2.4.0 (' + env() + ')')
