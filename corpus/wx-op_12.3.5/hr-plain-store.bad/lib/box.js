const pre = 'hr_'
exports.put = (o) => Object.keys(o).forEach((k) => wx.setStorageSync(pre + k, o[k]))
exports.take = (...ks) => ks.reduce((o, k) => Object.assign(o, { [k]: wx.getStorageSync(pre + k) }), {})
