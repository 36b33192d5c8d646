const api = require('../../utils/request')
const reader = require('../../services/reader')
Page({
  data: { b: null, state: 'loading', words: '没有这本书的记录', said: '' },
  onLoad(q) { this.id = q.id || 'b1'; this.again() },
  again() { this.setData({ state: 'loading' }); api.get('/books/' + this.id).then((b) => this.setData({ b: b.t ? b : null, state: b.t ? 'ok' : 'empty' }), () => this.setData({ state: 'failed' })) },
  async hold() {
    try { if (!reader.card()) await reader.enter(); await api.post('/holds', { id: this.id }); this.setData({ said: '已预约，到馆后会留书三天' }) } catch (e) { this.setData({ said: '没有预约成功，也可以到服务台预约' }) }
  }
})
