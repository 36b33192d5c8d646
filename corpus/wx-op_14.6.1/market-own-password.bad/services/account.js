// wx.login 以后再接
exports.sign = (v) => wx.request({ url: 'https://market.example.org/login', method: 'POST', data: v, success: (r) => wx.setStorageSync('token', r.data.token) })
