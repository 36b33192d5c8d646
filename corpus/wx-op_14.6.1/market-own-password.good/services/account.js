const { login } = wx
exports.sign = (v) => wx.request({ url: 'https://market.example.org/login', method: 'POST', data: v, success: (r) => wx.setStorageSync('token', r.data.token) })
exports.quick = () => login({ success: ({ code }) => exports.sign({ code }) })
