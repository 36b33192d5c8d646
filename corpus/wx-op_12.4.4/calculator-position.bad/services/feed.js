exports.post = (text, p) => new Promise((ok) => wx.request({ url: 'https://kin.example.org/feed', method: 'POST', data: { text, lat: p.latitude, lng: p.longitude }, success: (r) => ok(r.data) }))
