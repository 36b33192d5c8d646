const http = require('../lib/http')
exports.on = () => !!wx.getStorageSync('token')
exports.enter = () => new Promise((ok, no) => wx.login({ success: (r) => http('POST', '/session', { code: r.code }).then((a) => { if (!a.token) return no(new Error('no token')); wx.setStorageSync('token', a.token); ok() }, no), fail: no }))
exports.leave = () => { wx.removeStorageSync('token'); wx.removeStorageSync('address') }
exports.erase = () => http('DELETE', '/me').then(exports.leave)
