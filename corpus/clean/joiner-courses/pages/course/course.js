const school = require('../../services/school')
Page({
  data: { state: 'loading', c: null },
  onLoad(q) { this.id = q.id || 'stool'; this.read() },
  read() { this.setData({ state: 'loading' }); school.course(this.id).then((c) => this.setData({ c, state: c ? 'ok' : 'empty' }), () => this.setData({ state: 'failed' })) },
  dates() { tt.navigateTo({ url: '/pages/dates/dates?id=' + this.id }) }
})
