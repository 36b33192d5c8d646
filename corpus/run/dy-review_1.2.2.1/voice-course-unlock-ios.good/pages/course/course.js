const api = require('../../utils/request')
Page({
  data: { list: [], said: '' },
  onLoad() { api.get('/lessons').then((a) => this.setData({ list: a.list || [] }), () => this.setData({ said: '没有读到课程' })) },
  open(e) { const { n, c } = e.currentTarget.dataset; tt.navigateTo({ url: `/pages/lesson/lesson?n=${n}&c=${c}` }) }
})
