const mic = wx.getRecorderManager()
Page({
  data: { on: false, note: '' },
  onLoad() { mic.onStop(() => this.ended()) },
  onUnload() { mic.stop() },
  start() {
    wx.showModal({ title: '使用话筒', content: '录三秒来测音高，录音不保存、不上传。', success: (r) => { if (!r.confirm) return; this.setData({ on: true }); mic.start({ duration: 3000 }); this.timer = setTimeout(() => mic.stop(), 3000) } })
  },
  ended() {
    this.setData({ on: false, note: 'A4 偏低 8 音分' })
    setTimeout(() => this.setData({ note: 'A4 偏低 8 音分，可以再测' }), 400)
  },
  help() { wx.navigateTo({ url: '/pages/help/help' }) }
})
