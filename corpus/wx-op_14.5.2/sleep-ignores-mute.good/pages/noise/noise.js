const { make } = require('../../lib/sound')
Page({
  data: { list: [{ k: 'rain', n: '雨声' }, { k: 'fan', n: '风扇' }], tip: '遵循手机静音开关，听不到请关闭静音' },
  play(e) { this.ctx && this.ctx.destroy(); this.ctx = make(`https://cdn.example.org/${e.currentTarget.dataset.k}.mp3`); this.ctx.play() }
})
