const session = require('./services/session')
App({
  globalData: { token: '' },
  onLaunch() {
    session.silent().then((token) => { this.globalData.token = token }, (e) => console.warn('login', e))
  }
})
