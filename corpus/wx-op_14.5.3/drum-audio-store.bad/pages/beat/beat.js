const player = require('../../media/player')
Page({
  data: { n: 1 },
  onReady() {
    wx.nextTick(() => player.load('https://drum.example.org/1.mp3').go())
  },
  listen() { player.go() },
  halt() { player.stop() }
})
