App({
  onLaunch() {
    tt.getSetting({ success: (r) => { this.granted = r.authSetting } })
  },
  one(scope) {
    return new Promise((done) => {
      tt.authorize({ scope, complete: done })
    })
  }
})
