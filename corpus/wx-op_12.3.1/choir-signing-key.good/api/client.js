const env = require('./env')
const token = () => new Promise((ok) => wx.login({ success: ({ code }) => wx.request({ url: `https://choir.example.org/token?appid=${env.appid}`, data: { code }, success: (r) => ok(r.data.session) }) }))
exports.fetch = (path) => token().then((t) => new Promise((ok) => wx.request({ url: 'https://choir.example.org' + path, header: { token: t, 'If-None-Match': env.etag }, success: (r) => ok(r.data) })))
