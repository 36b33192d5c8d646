const nav = require('./lib/hook')
App({ nav })
