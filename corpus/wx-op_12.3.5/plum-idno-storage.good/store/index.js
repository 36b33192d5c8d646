const persist = (key) => (state) => wx.setStorageSync(key, JSON.stringify(state))
const plugins = [persist('guest')]
const state = { name: '', idno: '' }
exports.commit = (patch) => {
  Object.assign(state, patch)
  plugins.forEach((fn) => fn(state))
}
exports.state = state
