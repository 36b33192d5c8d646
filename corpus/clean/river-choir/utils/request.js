const host = 'https://api.riverchoir.example.org'
const send = (method, path, data) => new Promise((resolve, reject) => {
  wx.request({
    url: host + path, method, data,
    success: (res) => (res.statusCode >= 200 && res.statusCode < 300 ? resolve(res.data) : reject(new Error('status ' + res.statusCode))),
    fail: (err) => reject(new Error(err.errMsg))
  })
})
module.exports = { get: (path, data) => send('GET', path, data), post: (path, data) => send('POST', path, data), del: (path) => send('DELETE', path) }
