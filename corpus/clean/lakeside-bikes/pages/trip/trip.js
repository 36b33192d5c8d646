const bikes = require('../../services/bikes')
Page({
  data: { t: null, state: 'loading' },
  onLoad(q) { this.id = q.id || 't1'; this.read() },
  read() { this.setData({ state: 'loading' }); bikes.trip(this.id).then((t) => this.setData({ t: t.minutes ? t : null, state: t.minutes ? 'ok' : 'empty' }), () => this.setData({ state: 'failed' })) },
  trouble() { wx.navigateTo({ url: '/pages/trouble/trouble' }) }
})
