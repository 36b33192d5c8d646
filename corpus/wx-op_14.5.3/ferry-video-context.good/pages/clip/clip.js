const clip = require('../../behaviors/clip')
Page({
  behaviors: [clip],
  data: { list: [{ id: 'v1', src: 'https://cdn.example.org/ferry.mp4' }] },
  onReady() { wx.nextTick(() => this.data.list.forEach((v) => this.clip(v.id))) },
  more(e) { this.roll(e.currentTarget.dataset.id || 'v1') }
})
