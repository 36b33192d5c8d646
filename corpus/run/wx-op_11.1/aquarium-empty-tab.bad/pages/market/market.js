const api = require('../../utils/request')
Page({
  data: { list: [], empty: false },
  onShow() { api.get('/market').then((a) => this.setData({ list: a.list || [], empty: !(a.list || []).length }), () => this.setData({ list: [], empty: true })) },
  diary() { wx.switchTab({ url: '/pages/tank/tank' }) }
})
