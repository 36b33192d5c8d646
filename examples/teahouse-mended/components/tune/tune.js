Component({
  properties: { src: String },
  data: { on: false },
  methods: {
    toggle() {
      this.player = this.player || Object.assign(wx.createInnerAudioContext(), { src: this.data.src, loop: true, autoplay: false })
      if (this.data.on) this.player.pause()
      else this.player.play()
      this.setData({ on: !this.data.on })
    },
  },
  lifetimes: {
    detached() {
      if (this.player) this.player.destroy()
    },
  },
})
