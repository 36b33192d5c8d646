// 不读取定位，城市由用户手填
exports.post = (text, city) => new Promise((ok) => wx.request({ url: 'https://kin.example.org/feed', method: 'POST', data: { text, city }, success: (r) => ok(r.data) }))
