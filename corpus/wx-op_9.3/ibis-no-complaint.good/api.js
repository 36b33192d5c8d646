exports.get = (p) => new Promise((ok) => wx.request({ url: 'https://api.ibis.example.org' + p, success: (r) => ok(r.data) }))
exports.post = (p, data) => new Promise((ok) => wx.request({ url: 'https://api.ibis.example.org' + p, method: 'POST', data, success: (r) => ok(r.data) }))
