const gate = require('./lib/gate')
App({ onLaunch() { gate.check() } })
