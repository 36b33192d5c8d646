const k = 'visits'
exports.count = () => { const n = (wx.getStorageSync(k) || 0) + 1; wx.setStorageSync(k, n); return n }
exports.regular = (n) => n > 0 && n % 3 === 0
