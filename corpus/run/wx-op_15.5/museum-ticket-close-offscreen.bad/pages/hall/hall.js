const api = require('../../utils/request')
Page({
  data: { pieces: [{ id: 1, n: '铁塔钟' }, { id: 2, n: '水运仪' }], notice: null },
  onLoad() { api.get('/notice').then((notice) => this.setData({ notice: notice.lines && notice.lines.length ? notice : null }), () => {}) },
  shut() { this.setData({ notice: null }) },
  still() {},
  open(e) { wx.navigateTo({ url: '/pages/piece/piece?id=' + e.currentTarget.dataset.id }) }
})
