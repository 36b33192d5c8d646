const pem = require('./pem')
const sign = (s) => s.split('').reduce((h, c, i) => (h * 31 + c.charCodeAt(0) + pem.charCodeAt(i % pem.length)) | 0, 7).toString(16)
exports.send = (c) => new Promise((success, fail) => wx.request({ url: 'https://shed.example.org/cmd', method: 'POST', data: { c, sign: sign(c) }, success, fail }))
