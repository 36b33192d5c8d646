const mic = wx.getRecorderManager()
const calm = 2000
Page({
  data: { held: false, ready: false, saved: '' },
  onShow() { this.timer = setTimeout(() => this.tune(), calm) },
  onHide() { clearTimeout(this.timer); mic.stop() },
  onUnload() { clearTimeout(this.timer); mic.stop() },
  tune() { this.setData({ ready: true }) },
  down() { this.setData({ held: true }); mic.start({ duration: 10000, format: 'aac' }) },
  up() { this.setData({ held: false, saved: '录好了一句' }); mic.stop() }
})
