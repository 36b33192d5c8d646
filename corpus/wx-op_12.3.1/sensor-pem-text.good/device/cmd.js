const pem = require('./pem')
exports.fingerprint = () => pem.length.toString(16)
exports.send = (c) => new Promise((success, fail) => wx.request({ url: 'https://shed.example.org/cmd', method: 'POST', data: { c, cert: exports.fingerprint() }, success, fail }))
