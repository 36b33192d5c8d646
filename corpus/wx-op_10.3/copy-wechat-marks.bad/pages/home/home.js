const t = require('../../data/text')
Page({ data: { t }, login() { wx.login({ success: ({ code }) => wx.request({ url: 'https://tale.example.org/login', data: { code } }) }) } })
