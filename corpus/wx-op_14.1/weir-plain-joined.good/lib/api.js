const base = { scheme: 'https', host: 'weir.example.org', version: 2, xmlns: 'http://www.w3.org/2000/svg' }
const url = (path) => [`${base.scheme}:/`, base.host, 'v' + base.version, path].join('/')
exports.get = (path, done) => wx.request({ url: url(path), success: ({ data }) => done(data) })
