const g = require('./global')
const table = { rest: (n) => `本周休 ${n} 天`, night: (n) => `夜班 ${n} 次` }
const evalRule = (r) => (table[r.kind] || (() => ''))(r.n)
exports.load = (done) => wx.request({ url: 'https://shift.example.org/rules', success: (r) => setTimeout(() => done(evalRule(r.data)), g.isNaN ? 10 : 0) })
