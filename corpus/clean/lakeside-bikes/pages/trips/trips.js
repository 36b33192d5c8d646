const bikes = require('../../services/bikes')
Page({
  data: { state: 'loading', list: [] },
  onShow() { this.read() },
  read() { this.setData({ state: 'loading' }); bikes.trips().then((list) => this.setData({ list, state: list.length ? 'ok' : 'empty' }), () => this.setData({ state: 'failed' })) },
  open(e) { wx.navigateTo({ url: '/pages/trip/trip?id=' + e.currentTarget.dataset.id }) }
})
