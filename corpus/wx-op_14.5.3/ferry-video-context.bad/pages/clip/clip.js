const clip = require('../../behaviors/clip')
Page({
  behaviors: [clip],
  data: { list: [{ id: 'v1', src: 'https://cdn.example.org/ferry.mp4' }] },
  onReady() { wx.nextTick(() => this.data.list.forEach((v) => this.roll(v.id))) },
  more() { wx.showToast({ title: '没有更多', icon: 'none' }) }
})
