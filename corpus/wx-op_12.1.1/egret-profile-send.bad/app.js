const me = require('./lib/me')
App({ onLaunch() { me() } })
