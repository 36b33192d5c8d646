Page({
  data: { part: '女高音', on: false, failed: false },
  onLoad(q) {
    this.setData({ part: q.part || '女高音' })
    this.player = wx.createInnerAudioContext()
    this.player.src = 'https://cdn.riverchoir.example.org/' + (q.id || 'm1') + '.mp3'
    this.player.onEnded(() => this.setData({ on: false }))
    this.player.onError(() => this.setData({ on: false, failed: true }))
  },
  onHide() { this.player.pause(); this.setData({ on: false }) },
  onUnload() { this.player.destroy() },
  press() { if (this.data.on) this.player.pause(); else this.player.play(); this.setData({ on: !this.data.on, failed: false }) },
  again() { this.player.seek(0); this.player.play(); this.setData({ on: true }) }
})
