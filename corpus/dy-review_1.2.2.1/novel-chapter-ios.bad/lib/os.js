const { platform } = tt.getSystemInfoSync()
module.exports = { isApple: platform === 'ios' }
