const bikes = require('../../services/bikes')
Page({
  data: { s: null, state: 'loading' },
  onLoad(q) { this.id = q.id || 's1'; this.read() },
  read() { this.setData({ state: 'loading' }); bikes.spot(this.id).then((s) => this.setData({ s: s.n ? s : null, state: s.n ? 'ok' : 'empty' }), () => this.setData({ state: 'failed' })) },
  way() { const s = this.data.s; wx.openLocation({ latitude: s.lat, longitude: s.lng, name: s.n, fail: () => {} }) }
})
