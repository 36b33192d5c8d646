const state = { token: '' }
exports.read = () => {
  if (!state.token) state.token = wx.getStorageSync('token')
  if (state.token) wx.setStorageSync('token', state.token)
  return state.token
}
exports.enter = (token) => { state.token = token; wx.setStorageSync('token', token) }
exports.leave = () => { state.token = ''; wx.removeStorageSync('token') }
