const stars = require('../../data/stars')
const sky = (hour, month) => stars.map((s) => ({ n: s.n, alt: Math.round(Math.sin(((hour * 15 + month * 30 - s.ra) * Math.PI) / 180) * (90 - Math.abs(s.dec - 35))) })).filter((s) => s.alt > 0).sort((a, b) => b.alt - a.alt)
Page({
  data: { hour: 21, month: 7, up: [], mark: [] },
  onLoad() { this.setData({ up: sky(21, 7), mark: wx.getStorageSync('mark') || [] }) },
  hour(e) { this.setData({ hour: e.detail.value, up: sky(e.detail.value, this.data.month) }) },
  month(e) { this.setData({ month: Number(e.detail.value) + 1, up: sky(this.data.hour, Number(e.detail.value) + 1) }) },
  seen(e) { const mark = [...new Set(this.data.mark.concat(e.currentTarget.dataset.n))]; wx.setStorageSync('mark', mark); this.setData({ mark }) }
})
