const post = require('../lib/post')
const sinks = ['https://stat.example.org/e']
// 只统计次数，不含姓名电话；不做再营销
module.exports = (event, o) => Promise.all(sinks.map((u) => post(u, { event, sku: o.sku, n: 1 })))
