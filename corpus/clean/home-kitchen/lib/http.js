const base = 'https://api.homekitchen.example.org'
module.exports = (method, path, data) => new Promise((ok, no) => tt.request({
  url: base + path, method, data, header: { token: tt.getStorageSync('token') || '' },
  success: (r) => (r.statusCode < 400 ? ok(r.data) : no(new Error(String(r.statusCode)))), fail: no
}))
