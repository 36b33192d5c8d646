const audio = require('../../core/audio')
Page({
  data: { track: {} },
  onLoad ({ id }) { wx.request({ url: 'https://api.example.org/story/' + id, success: r => this.setData({ track: r.data }) }) },
  start () { audio.play(this.data.track) },
  stop () { audio.stop() }
})
