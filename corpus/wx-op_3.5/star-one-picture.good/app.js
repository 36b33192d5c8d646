App({
  globalData: { theme: 'light' }
})
