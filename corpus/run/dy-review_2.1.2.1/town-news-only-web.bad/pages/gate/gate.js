const api = require('../../utils/request')
Page({
  data: { list: [], said: '' },
  onLoad() { api.get('/start').then((a) => this.go(a), () => this.setData({ said: '没有连上，请稍后再来' })) },
  go(a) { tt.redirectTo({ url: '/pages/web/web?u=' + encodeURIComponent(a.url) }) },
  open(e) { tt.showModal({ title: this.data.list[e.currentTarget.dataset.i].t, content: this.data.list[e.currentTarget.dataset.i].s, showCancel: false }) },
  about() { tt.navigateTo({ url: '/pages/about/about' }) }
})
