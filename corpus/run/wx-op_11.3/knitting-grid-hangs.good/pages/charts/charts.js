const api = require('../../utils/request')
Page({
  data: { list: [], said: '' },
  onLoad() { api.get('/charts').then((a) => { const list = a.list || []; getApp().globalData.charts = list; this.setData({ list, said: list.length ? '' : '还没有图样' }) }, () => this.setData({ said: '没有读到图样，请稍后再来' })) },
  open(e) { wx.navigateTo({ url: '/pages/chart/chart?i=' + e.currentTarget.dataset.i }) }
})
