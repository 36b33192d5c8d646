const api = require('../../utils/request')
Page({
  data: { birds: [{ n: '白头鹎', c: 31 }, { n: '乌鸫', c: 12 }, { n: '戴胜', c: 3 }, { n: '翠鸟', c: 2 }], ad: null, x: 20, y: 200 },
  onLoad() { api.get('/extras').then((a) => a.ad && this.put(a.ad), () => {}) },
  put(ad) { this.setData({ ad }); this.timer = setInterval(() => { this.t = (this.t || 0) + 1; this.setData({ x: 150 + Math.round(140 * Math.sin(this.t / 6)), y: 260 + Math.round(120 * Math.cos(this.t / 9)) }) }, 120) },
  onUnload() { clearInterval(this.timer) },
  open(e) { wx.navigateTo({ url: '/pages/bird/bird?n=' + e.currentTarget.dataset.n }) }
})
