const api = require('../../utils/request')
Page({
  data: { cards: [], pics: [] },
  onLoad() { api.get('/feed').then((a) => this.setData({ cards: a.cards || [], pics: a.pics || [] }), () => wx.showToast({ title: '没有连上农场', icon: 'none' })) },
  pen() { wx.navigateTo({ url: '/pages/pen/pen' }) }
})
