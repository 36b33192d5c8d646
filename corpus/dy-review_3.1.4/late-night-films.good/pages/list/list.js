const { day, night, tip } = require('../../data/films')
Page({
  data: { films: [], tip: '' },
  onShow() { const late = new Date().getHours() >= 23; this.setData({ films: late ? day.concat(night) : day, tip: late ? tip : '晚上十一点换片单' }) },
  keep(e) { tt.setStorageSync('keep', e.currentTarget.dataset.f) }
})
