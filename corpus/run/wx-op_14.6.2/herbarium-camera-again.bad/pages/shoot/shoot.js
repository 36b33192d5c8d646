const waits = [2500, 2500, 2500, 2500]
Page({
  data: { state: 'ask', name: '' },
  start() { this.tries = 0; this.ask() },
  ask() {
    wx.authorize({ scope: 'scope.camera', success: () => this.setData({ state: 'on' }), fail: () => this.refused() })
  },
  refused() {
    this.setData({ state: 'off' })
    const wait = waits[this.tries++]
    if (wait) this.timer = setTimeout(() => this.ask(), wait)
  },
  onUnload() { clearTimeout(this.timer) },
  named(e) { this.setData({ name: e.detail.value }) },
  keep() { wx.showToast({ title: '已记下' + this.data.name, icon: 'none' }) }
})
