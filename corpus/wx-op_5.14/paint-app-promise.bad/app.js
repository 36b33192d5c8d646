const http = require('./net/http')
App({
  globalData: { full: false },
  onLaunch() {
    this.ready = new Promise((resolve) => {
      http('/v1/face').then((res) => {
        if (res.on) resolve(true)
        else resolve(false)
      }, () => resolve(false))
    }).then((v) => {
      this.globalData.full = v
      return v
    })
  }
})
