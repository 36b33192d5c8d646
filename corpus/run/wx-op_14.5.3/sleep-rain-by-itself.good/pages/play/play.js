const deck = require('../../lib/deck')
Page({
  data: { on: false, dim: false },
  onLoad(q) { deck.load(`https://cdn.rain.example.org/${q.id || 'roof'}.mp3`); this.timer = setTimeout(() => this.calm(), 3000) },
  onUnload() { clearTimeout(this.timer); deck.end() },
  calm() {
    this.setData({ dim: true })
  },
  press() { const on = !this.data.on; this.setData({ on }); deck.toggle(on) }
})
