const api = require('../../utils/request')
Page({
  data: { booths: [], wheel: null, turns: 0, won: '' },
  onLoad() { api.get('/fair').then((a) => this.setData({ booths: a.booths || [], wheel: a.wheel || null, turns: a.wheel ? 1 : 0 }), () => this.setData({ won: '没有读到集市' })) },
  onShareAppMessage() { if (this.data.wheel) this.setData({ turns: this.data.turns + this.data.wheel.gain }); return { title: '布艺集市', path: '/pages/fair/fair' } },
  spin() { if (this.data.turns < 1) return this.setData({ won: this.data.wheel.hint }); this.setData({ turns: this.data.turns - 1, won: this.data.wheel.prizes[Math.floor(Math.random() * this.data.wheel.prizes.length)] }) },
  open(e) { tt.navigateTo({ url: '/pages/booth/booth?n=' + e.currentTarget.dataset.n }) }
})
