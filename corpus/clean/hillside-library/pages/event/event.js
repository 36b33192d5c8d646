const api = require('../../utils/request')
Page({
  data: { e: null, state: 'loading', words: '活动已经结束' },
  onLoad(q) { this.id = q.id || 'e1'; this.again() },
  again() { this.setData({ state: 'loading' }); api.get('/events/' + this.id).then((e) => this.setData({ e: e.t ? e : null, state: e.t ? 'ok' : 'empty' }), () => this.setData({ state: 'failed' })) }
})
