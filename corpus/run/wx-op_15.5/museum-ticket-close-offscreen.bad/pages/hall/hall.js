const api = require('../../utils/request')
Page({
  data: { top: 0, pieces: [{ id: 1, n: '铁塔钟' }, { id: 2, n: '水运仪' }], notice: null },
  onLoad() { api.get('/notice').then((notice) => this.show(notice.lines || []), () => {}) },
  show(lines) { if (lines.length) this.setData({ notice: { lines }, top: 200 + lines.length * 84 }) },
  shut() { this.setData({ notice: null }) },
  still() {},
  open(e) { wx.navigateTo({ url: '/pages/piece/piece?id=' + e.currentTarget.dataset.id }) }
})
