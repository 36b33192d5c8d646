const api = require('../../utils/request')
Page({
  data: { list: [], own: [] },
  onShow() {
    const own = wx.getStorageSync('own') || []
    api.get('/works').then((a) => this.setData({ list: a.works || [], own }), () => this.setData({ own }))
  },
  mine() { wx.navigateTo({ url: '/pages/mine/mine' }) }
})
