const stamp = 'v3'
const name = (k) => `${stamp}/${k}`
exports.keep = (k, v) => wx.setStorageSync(name(k), v)
exports.get = (k) => wx.getStorageSync(name(k))
exports.drop = (k) => wx.removeStorageSync(name(k))
