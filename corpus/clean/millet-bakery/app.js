App({
  globalData: { cart: {} },
  onLaunch() {
    tt.login({ force: false, success: ({ code }) => tt.request({ url: 'https://bread.example.org/session', method: 'POST', data: { code } }), fail: () => {} })
  }
})
