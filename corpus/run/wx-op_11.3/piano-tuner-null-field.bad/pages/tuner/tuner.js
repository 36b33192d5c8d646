const api = require('../../utils/request')
Page({
  data: { t: null, days: [], said: '' },
  onLoad(q) { api.get('/tuners/' + (q.id || 3)).then((t) => this.setData({ t }), () => this.setData({ said: '没有读到资料，请返回重试' })) },
  times() {
    const days = this.data.t.free.filter((d) => !d.taken)
    this.setData({ days, said: days.length ? '' : '近两周没有空，可电话预约 400-000-7070' })
  }
})
