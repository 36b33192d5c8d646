const api = require('../../utils/request')
const depot = require('../../lib/depot')
Page({
  data: { walks: [], offer: null },
  onLoad() {
    api.get('/walks').then((a) => {
      const walks = a.walks || []
      this.setData({ walks })
      wx.getNetworkType({ success: (n) => { if (n.networkType === 'wifi') depot.fetch((walks[0] || { files: [] }).files.slice(0, 2)); else this.setData({ offer: { mb: walks.length * 8 } }) } })
    }, () => wx.showToast({ title: '没有读到路线', icon: 'none' }))
  },
  all() { wx.showModal({ title: '下载全部路线', content: '约 ' + this.data.offer.mb + ' MB，会用移动数据', success: (r) => { if (r.confirm) depot.fetch(this.data.walks.reduce((all, w) => all.concat(w.files), [])); this.setData({ offer: null }) } }) },
  open(e) { wx.navigateTo({ url: '/pages/walk/walk?i=' + e.currentTarget.dataset.i }) }
})
