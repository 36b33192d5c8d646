const user = require('./services/user')

App({
  globalData: { me: null },
  async onLaunch() {
    this.globalData.me = await user.boot()
  },
})
