const api = require('../../utils/request')
Page({
  data: { d: {}, said: '' },
  onLoad(q) { api.get('/deals/' + (q.id || 1)).then((d) => this.setData({ d }), () => this.setData({ said: '没有读到' })) },
  take() { tt.setClipboardData({ data: this.data.d.no || '', success: () => this.setData({ said: '编号已复制，到柜台报编号' }) }) }
})
