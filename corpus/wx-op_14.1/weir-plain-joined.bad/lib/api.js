const base = { scheme: 'http', host: 'weir.example.org', version: 2 }
const url = (path) => [`${base.scheme}:/`, base.host, 'v' + base.version, path].join('/')
exports.get = (path, done) => wx.request({ url: url(path), success: ({ data }) => done(data) })
