const mic = wx.getRecorderManager()
Page({
  data: { n: '江畔曲', asked: false, held: false, path: '', said: '' },
  onLoad(q) { this.setData({ n: q.n || '江畔曲' }); mic.onStop((r) => this.setData({ held: false, path: r.tempFilePath || '', said: '录好了，可以回放' })); this.player = wx.createInnerAudioContext() },
  onHide() { if (this.data.held) mic.stop() },
  onUnload() { if (this.data.held) mic.stop(); this.player.destroy() },
  ask() { wx.showModal({ title: '使用话筒', content: '按住按钮时录下你的一句，松开就停，只在本机回放，离开页面即删除。', confirmText: '同意', cancelText: '不用', success: (r) => this.setData({ asked: r.confirm, said: r.confirm ? '' : '不录音也可以跟着声部唱' }) }) },
  down() { this.setData({ held: true, said: '' }); mic.start({ duration: 20000, format: 'mp3' }) },
  up() { mic.stop(); this.setData({ held: false }) },
  play() { this.player.src = this.data.path; this.player.play() }
})
