module.exports = (ok) => wx.login({ success: ({ code }) => wx.request({ url: 'https://api.wren.example.org/wx', data: { code }, success: ok }) })
