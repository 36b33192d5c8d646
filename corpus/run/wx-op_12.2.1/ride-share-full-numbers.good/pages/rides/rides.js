const api = require('../../utils/request')
Page({
  data: { rides: [], said: '' },
  onLoad() { api.get('/rides').then((a) => this.setData({ rides: a.list || [], said: (a.list || []).length ? '' : '今天没有拼车' }), () => this.setData({ said: '没有读到行程' })) },
  open(e) { getApp().globalData.ride = this.data.rides[e.currentTarget.dataset.i]; wx.navigateTo({ url: '/pages/ride/ride' }) }
})
