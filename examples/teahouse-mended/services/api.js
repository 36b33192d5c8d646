const BASE = 'https://api.teahouse.example.org'

const send = (method) => (path, data) =>
  new Promise((resolve, reject) => {
    wx.request({ url: BASE + path, method, data, success: (res) => resolve(res.data), fail: reject })
  })

module.exports = { get: send('GET'), post: send('POST') }
