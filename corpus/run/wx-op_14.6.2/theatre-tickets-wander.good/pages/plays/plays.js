const api = require('../../utils/request')
const around = require('../../lib/around')
Page({
  data: { plays: [], near: false },
  onLoad() { api.get('/plays').then((plays) => this.setData({ plays }), () => this.setData({ plays: [] })) },
  onShow() { around.onPage((p) => this.setData({ near: !!p })) },
  sort() { around.wish((p) => this.setData({ near: !!p })) },
  open(e) { wx.navigateTo({ url: '/pages/seats/seats?id=' + e.currentTarget.dataset.id }) }
})
