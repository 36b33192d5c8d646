const bag = require('./services/bag')
App({ onLaunch() { bag.restore() } })
