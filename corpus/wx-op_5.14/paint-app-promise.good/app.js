const http = require('./net/http')
App({
  globalData: { spring: false },
  onLaunch() {
    this.ready = new Promise((resolve) => {
      http('/v1/season').then((res) => {
        if (res.spring) resolve(true)
        else resolve(false)
      }, () => resolve(false))
    }).then((v) => {
      this.globalData.spring = v
      return v
    })
  }
})
