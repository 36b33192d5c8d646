const pause = 4000
exports.watch = (page) => {
  if (!wx.getStorageSync('club-seen')) { wx.setStorageSync('club-seen', true); page.timer = setTimeout(() => page.setData({ club: true }), pause) }
}
exports.rest = (page) => clearInterval(page.timer)
