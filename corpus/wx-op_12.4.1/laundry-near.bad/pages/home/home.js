const store = require('../../store/shops')
Page({
  data: { shops: store.state.sorted },
  onLoad() {
    store.subscribe((shops) => this.setData({ shops }))
  },
  onShow() {
    store.dispatch('sort')
  },
  open(e) {
    wx.showToast({ title: e.currentTarget.dataset.name, icon: 'none' })
  }
})
