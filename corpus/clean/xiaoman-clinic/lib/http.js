const base = 'https://api.xiaomanclinic.example.org'
module.exports = (method, path, data) => new Promise((ok, no) => wx.request({
  url: base + path, method, data, header: { token: wx.getStorageSync('token') || '' },
  success: (r) => (r.statusCode < 400 ? ok(r.data) : no(new Error(String(r.statusCode)))), fail: no
}))
