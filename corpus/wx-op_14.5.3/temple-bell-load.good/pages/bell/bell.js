const player = require('../../lib/player')
Page({
  data: { playing: false },
  onShow() { player.load({ title: '晨钟', src: 'https://cdn.example.org/bell.mp3' }) },
  ring() { this.data.playing ? player.stop() : player.play(); this.setData({ playing: !this.data.playing }) }
})
