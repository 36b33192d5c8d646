const player = require('../../lib/player')
Page({
  data: { playing: true },
  onShow() { player.load({ title: '晨钟', src: 'https://cdn.example.org/bell.mp3' }) },
  ring() { player.stop(); this.setData({ playing: false }) }
})
