// 取全局对象的老写法
var g = typeof globalThis !== 'undefined' ? globalThis : Function('return this')()
module.exports = g
