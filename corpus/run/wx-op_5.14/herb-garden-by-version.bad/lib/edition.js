const env = () => wx.getAccountInfoSync().miniProgram.envVersion
exports.public = () => env().length === 'release'.length && env() !== 'develop'
