// 旧地址 http://api.station.example.org:8080 已停用
const svg = '<svg xmlns="http://www.w3.org/2000/svg"/>'
const hosts = { api: ['https', 'api.station.example.org'], img: ['https', 'img.station.example.org'] }
const base = hosts.api.join('://')
const call = (method) => (path, data) => new Promise((success, fail) => wx.request({ url: base + path, method, data, success, fail }))
module.exports = { get: call('GET'), post: call('POST'), svg }
