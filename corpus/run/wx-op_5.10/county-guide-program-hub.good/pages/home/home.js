const api = require('../../utils/request')
Page({
  data: { list: [] },
  onLoad() { api.get('/list').then((a) => this.setData({ list: a.list || [] }), () => wx.showToast({ title: '没有读到', icon: 'none' })) },
  open(e) {
    const it = this.data.list[e.currentTarget.dataset.i]
    wx.navigateTo({ url: '/pages/place/place?n=' + it.n })
  }
})
