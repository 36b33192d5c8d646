const info = tt.getSystemInfoSync()
module.exports = { apple: /ios/i.test(info.platform) }
