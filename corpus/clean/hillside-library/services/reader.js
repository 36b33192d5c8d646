const api = require('../utils/request')
exports.card = () => wx.getStorageSync('card') || null
exports.enter = () => new Promise((ok, no) => wx.login({ success: (r) => api.post('/login', { code: r.code }).then((a) => { if (!a.card) return no(new Error('none')); wx.setStorageSync('card', a.card); ok(a.card) }, no), fail: no }))
exports.leave = () => wx.removeStorageSync('card')
exports.erase = () => api.del('/reader').then(exports.leave)
