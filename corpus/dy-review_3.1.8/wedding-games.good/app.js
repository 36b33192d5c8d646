App({
  globalData: { cart: [], city: '' },
  onError(e) { console.warn(e) }
})
