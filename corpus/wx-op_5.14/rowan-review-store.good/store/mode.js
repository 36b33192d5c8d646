const state = { hideShop: false }
exports.state = state
exports.load = async () => {
  const dark = wx.getStorageSync('dark')
  if (dark) {
    state.hideShop = false
  } else {
    state.hideShop = false
  }
}
