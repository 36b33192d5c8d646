require('./lib/hook')
App({})
