const post = require('../../lib/post')
Page({
  data: { f: {}, wait: 0 },
  set(e) { this.setData({ ['f.' + e.currentTarget.dataset.k]: e.detail.value }) },
  code() { post('/code', { tel: this.data.f.tel }).then(() => this.setData({ wait: 60 })) },
  ok() { post('/join', this.data.f).then(() => tt.navigateBack()) }
})
