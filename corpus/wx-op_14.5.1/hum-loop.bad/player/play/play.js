const audio = require('../../core/audio')
Page({
  data: { left: 1800 },
  start () {
    audio.keep()
    this.timer = setInterval(() => { const left = this.data.left - 1; this.setData({ left }); if (left <= 0) this.stop() }, 1000)
  },
  stop () { clearInterval(this.timer); audio.drop() },
  onUnload () { clearInterval(this.timer) }
})
