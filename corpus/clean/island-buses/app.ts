App({
  globalData: { version: '2.4.0' },
  onLaunch() { console.log('boot', this.globalData.version) },
})
