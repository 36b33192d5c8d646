module.exports = function guard() {
  if (wx.getStorageSync('token')) return true
  wx.reLaunch({ url: '/pages/bind/bind' })
  return false
}
