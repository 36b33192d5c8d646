const api = require('../../utils/request')
Page({
  data: { acts: [] },
  onLoad() { api.get('/activities').then((a) => this.setData({ acts: a.list || [] }), () => {}) },
  open(e) { getApp().globalData.act = this.data.acts[e.currentTarget.dataset.i]; wx.navigateTo({ url: '/pages/game/game' }) }
})
