const BASE = 'https://api.paint.example.org'
module.exports = (path, data) =>
  new Promise((resolve, reject) => {
    wx.request({ url: BASE + path, data, success: (r) => (r.statusCode === 200 ? resolve(r.data) : reject(r)), fail: reject })
  })
