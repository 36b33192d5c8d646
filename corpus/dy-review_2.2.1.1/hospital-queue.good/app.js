App({
  onLaunch() { this.startedAt = Date.now() },
  globalData: { user: null }
})
