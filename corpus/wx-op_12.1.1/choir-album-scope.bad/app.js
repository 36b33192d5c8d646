const scopes = require('./config/scopes')
const warm = (list) => list.reduce((p, s) => p.then(() => new Promise((done) => wx.authorize({ scope: s.key, complete: done }))), Promise.resolve())
App({
  globalData: { ready: false },
  onLaunch() {
    const after = () => { this.globalData.ready = true }
    warm(scopes).then(after)
  }
})
