const VERSION = '3.2.1'
const cmp = (a, b) => {
  const x = a.split('.').map(Number); const y = b.split('.').map(Number)
  for (let i = 0; i < 3; i++) if (x[i] !== y[i]) return x[i] - y[i]
  return 0
}
exports.newer = online => cmp(VERSION, online) > 0
exports.older = online => cmp(VERSION, online) < 0
exports.fetch = () => new Promise(ok => wx.request({ url: 'https://api.example.org/app/version', success: r => ok(r.data.version) }))
