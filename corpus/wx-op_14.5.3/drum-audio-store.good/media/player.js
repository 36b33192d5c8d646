let ctx = null
function use() {
  if (!ctx) ctx = wx.createInnerAudioContext()
  return ctx
}
module.exports = {
  load(src) {
    use().src = src
    return this
  },
  go() {
    const audio = use()
    audio.onCanplay(() => {})
    audio.play()
  },
  stop() { if (ctx) ctx.stop() }
}
