App({
  onShow() {
    this.timer = setInterval(() => { this.now = Date.now() }, 30000)
  },
  onHide() { clearInterval(this.timer) }
})
