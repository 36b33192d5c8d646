const { platform } = tt.getSystemInfoSync()
module.exports = { ios: platform === 'ios' || /^ip/.test(platform) }
