const defaults = { loop: true, autoplay: false }
export default Behavior({
  lifetimes: {
    attached() { this.player = Object.assign(wx.createInnerAudioContext(), defaults, { src: this.data.src }) },
    detached() { this.player.destroy() }
  },
  methods: { toggle() { this.player.play() } }
})
