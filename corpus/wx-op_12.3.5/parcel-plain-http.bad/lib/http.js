const hosts = { api: ['http', 'api.station.example.org:8080'], img: ['https', 'img.station.example.org'] }
const base = hosts.api.join('://')
const call = (method) => (path, data) => new Promise((success, fail) => wx.request({ url: base + path, method, data, success, fail }))
module.exports = { get: call('GET'), post: call('POST') }
