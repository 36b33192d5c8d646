const http = require('../lib/http')
exports.silent = () => new Promise((ok, no) => wx.login({ success: ({ code }) => http('POST', '/session', { code }).then((r) => { wx.setStorageSync('token', r.token); ok(r.token) }, no), fail: no }))
exports.out = () => ['token', 'nick', 'avatar'].forEach((k) => wx.removeStorageSync(k))
exports.erase = () => http('DELETE', '/me').then(exports.out)
