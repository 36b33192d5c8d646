const api = require('../../utils/request')
Page({
  data: { list: [], said: '' },
  onLoad() { api.get('/start').then((a) => this.go(a), () => this.setData({ said: '没有连上，请稍后再来' })) },
  go(a) { this.setData({ list: a.list || [], said: (a.list || []).length ? '' : '今天没有新闻' }) },
  open(e) { tt.showModal({ title: this.data.list[e.currentTarget.dataset.i].t, content: this.data.list[e.currentTarget.dataset.i].s, showCancel: false }) },
  about() { tt.navigateTo({ url: '/pages/about/about' }) }
})
