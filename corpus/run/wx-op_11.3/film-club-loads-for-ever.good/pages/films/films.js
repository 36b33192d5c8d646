const api = require('../../utils/request')
Page({
  data: { films: [], loading: true, said: '' },
  onLoad() { this.read() },
  read() {
    this.setData({ loading: true, said: '' })
    api.get('/programme').then((a) => {
      const films = a.films || []
      this.setData({ films, loading: false, said: films.length ? '' : '这个月没有放映，九月见' })
    }, () => this.setData({ loading: false, said: '没有连上，请按「再读一次」' }))
  },
  open(e) { wx.navigateTo({ url: '/pages/film/film?n=' + e.currentTarget.dataset.n }) }
})
