const api = require('../../utils/request')
const shape = (f) => ({ title: f.n, from: f.owner.nick + ' 托管', year: f.year })
Page({
  data: { f: null, said: '' },
  onLoad(q) { wx.request({ url: 'https://api.fiddles.example.org/fiddles/' + (q.id || 1), success: (r) => { if (r.statusCode === 200) this.setData({ f: shape(r.data) }); else this.setData({ said: '没有读到这把琴' }) }, fail: () => this.setData({ said: '没有读到这把琴' }) }) }
})
