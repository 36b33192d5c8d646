const defaults = { loop: true, autoplay: true }
export default Behavior({
  lifetimes: {
    attached() { this.player = Object.assign(wx.createInnerAudioContext(), defaults, { src: this.data.src }) },
    detached() { this.player.destroy() }
  }
})
