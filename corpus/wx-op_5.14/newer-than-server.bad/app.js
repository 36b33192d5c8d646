const version = require('./utils/version')
App({ onLaunch () { this.ready = version.fetch() } })
