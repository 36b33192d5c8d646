const { platform } = tt.getSystemInfoSync()
exports.ios = platform === 'ios'
