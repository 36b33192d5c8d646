const api = require('../../utils/request')
Page({
  data: { list: [{ n: '茉莉花 SATB', c: 20 }, { n: '送别 SSA', c: 10 }], points: 0 },
  onShow() { this.setData({ points: wx.getStorageSync('points') || 0 }) },
  onShareAppMessage() {
    api.post('/events', { kind: 'share' }).then((a) => this.gained(a), () => {})
    return { title: '合唱谱库', path: '/pages/scores/scores' }
  },
  gained() { wx.setStorageSync('shared', true) },
  sing() { const points = this.data.points + 5; wx.setStorageSync('points', points); this.setData({ points }) },
  mine() { wx.navigateTo({ url: '/pages/points/points' }) }
})
