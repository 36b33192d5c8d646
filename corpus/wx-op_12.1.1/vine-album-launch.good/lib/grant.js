const grants = new Set()
const want = (scope) => new Promise((ok) => wx.authorize({ scope, success: () => { grants.add(scope); ok(true) }, fail: () => ok(false) }))
module.exports = { want, grants }
