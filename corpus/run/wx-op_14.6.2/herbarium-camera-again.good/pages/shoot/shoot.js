const waits = [2500, 2500, 2500, 2500]
Page({
  data: { state: 'ask', name: '' },
  start() { this.tries = 0; this.ask() },
  ask() {
    wx.authorize({ scope: 'scope.camera', success: () => this.setData({ state: 'on' }), fail: () => this.refused() })
  },
  refused() {
    this.setData({ state: 'off' })
    this.tries++
    if (this.tries < waits.length) wx.showToast({ title: '可以先写名称', icon: 'none' })
  },
  onUnload() { clearTimeout(this.timer) },
  named(e) { this.setData({ name: e.detail.value }) },
  keep() { wx.showToast({ title: '已记下' + this.data.name, icon: 'none' }) }
})
