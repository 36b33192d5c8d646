const Place = require('./services/Place')
App({
  onShow() {
    this.timer = setInterval(() => Place.refresh().catch(() => {}), 30000)
  },
  onHide() { clearInterval(this.timer) }
})
