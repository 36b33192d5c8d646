const api = require('../../utils/request')
const reads = require('../../behaviors/reads')
Page({
  behaviors: [reads],
  data: { words: '没有借出的书', said: '' },
  onShow() { this.again() },
  again() { return this.take(api.get('/loans')) },
  renew(e) { const id = e.currentTarget.dataset.id; api.post('/loans/renew', { id }).then((a) => this.setData({ said: a.until ? '已续借到 ' + a.until : '已提交续借' }), () => this.setData({ said: '没有续借成功，请到服务台办理' })) }
})
