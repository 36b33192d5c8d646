const bikes = require('../../services/bikes')
Page({
  data: { state: 'loading', list: [], order: '按名称排列' },
  onLoad() { this.read() },
  read() { this.setData({ state: 'loading' }); bikes.spots().then((list) => this.setData({ list, state: list.length ? 'ok' : 'empty' }), () => this.setData({ state: 'failed' })) },
  near() {
    wx.showModal({ title: '按距离排列', content: '读取一次位置，在本机算出离各停车点多远，不上传。', confirmText: '同意', cancelText: '不用', success: (r) => r.confirm && wx.getLocation({ type: 'gcj02', success: (p) => this.sort(p), fail: () => this.setData({ order: '没有位置，仍按名称排列' }) }) })
  },
  sort(p) { const list = this.data.list.slice().sort((a, b) => Math.hypot(a.lat - p.latitude, a.lng - p.longitude) - Math.hypot(b.lat - p.latitude, b.lng - p.longitude)); this.setData({ list, order: '由近到远' }) },
  open(e) { wx.navigateTo({ url: '/pages/spot/spot?id=' + e.currentTarget.dataset.id }) }
})
