const pause = 4000
exports.watch = (page) => {
  clearInterval(page.timer); page.timer = setInterval(() => page.setData({ club: true }), pause)
}
exports.rest = (page) => clearInterval(page.timer)
