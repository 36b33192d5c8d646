const store = require('../../store/shops')
Page({
  data: { shops: store.state.sorted, notice: false },
  onLoad() {
    store.subscribe((shops) => this.setData({ shops }))
  },
  onShow() {
    if (wx.getStorageSync('placeAgreed')) this.setData({ notice: false })
  },
  ask() {
    this.setData({ notice: true })
  },
  refuse() {
    this.setData({ notice: false })
  },
  agree() {
    this.setData({ notice: false })
    wx.setStorageSync('placeAgreed', true)
    store.dispatch('sort')
  },
  open(e) {
    wx.showToast({ title: e.currentTarget.dataset.name, icon: 'none' })
  }
})
