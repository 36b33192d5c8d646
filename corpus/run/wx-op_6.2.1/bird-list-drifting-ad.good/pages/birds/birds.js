const api = require('../../utils/request')
Page({
  data: { birds: [{ n: '白头鹎', c: 31 }, { n: '乌鸫', c: 12 }, { n: '戴胜', c: 3 }, { n: '翠鸟', c: 2 }], ad: null, x: 20, y: 200 },
  onLoad() { api.get('/extras').then((a) => a.ad && this.put(a.ad), () => {}) },
  put(ad) { this.setData({ ad }) },
  onUnload() { clearInterval(this.timer) },
  open(e) { wx.navigateTo({ url: '/pages/bird/bird?n=' + e.currentTarget.dataset.n }) }
})
