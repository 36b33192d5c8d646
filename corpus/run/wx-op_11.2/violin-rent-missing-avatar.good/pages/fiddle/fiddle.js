const api = require('../../utils/request')
const shape = (f) => ({ title: f.n || '提琴', from: f.owner ? f.owner.nick + ' 托管' : '琴社自有', year: f.year || '不详' })
Page({
  data: { f: null, said: '' },
  onLoad(q) { wx.request({ url: 'https://api.fiddles.example.org/fiddles/' + (q.id || 1), success: (r) => { if (r.statusCode === 200) this.setData({ f: shape(r.data) }); else this.setData({ said: '没有读到这把琴' }) }, fail: () => this.setData({ said: '没有读到这把琴' }) }) }
})
