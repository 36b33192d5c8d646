const api = require('../../utils/request')
Page({
  data: { films: [], loading: true, said: '' },
  onLoad() { this.read() },
  read() {
    this.setData({ loading: true, said: '' })
    api.get('/programme').then((a) => {
      const films = a.films || []
      films.forEach((f, i) => this.setData({ ['films[' + i + ']']: f, loading: false }))
    }, () => this.setData({ loading: false, said: '没有连上，请按「再读一次」' }))
  },
  open(e) { wx.navigateTo({ url: '/pages/film/film?n=' + e.currentTarget.dataset.n }) }
})
