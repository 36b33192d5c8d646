const api = require('../../utils/request')
const depot = require('../../lib/depot')
Page({
  data: { walks: [], offer: null },
  onLoad() {
    api.get('/walks').then((a) => {
      const walks = a.walks || []
      this.setData({ walks })
      depot.fetch(walks.reduce((all, w) => all.concat(w.files), []))
    }, () => wx.showToast({ title: '没有读到路线', icon: 'none' }))
  },
  open(e) { wx.navigateTo({ url: '/pages/walk/walk?i=' + e.currentTarget.dataset.i }) }
})
