Component({
  properties: { src: String },
  observers: {
    src(src) {
      if (!src) return
      this.player = wx.createInnerAudioContext()
      Object.assign(this.player, { src, loop: true, autoplay: true })
    },
  },
  lifetimes: {
    detached() {
      if (this.player) this.player.destroy()
    },
  },
})
