const api = require('../../utils/request')
Page({
  data: { tools: [], phone: '', lent: '' },
  onShow() {
    this.setData({ phone: wx.getStorageSync('phone') })
    if (this.data.phone) this.load()
  },
  load() { api.get('/tools').then((tools) => this.setData({ tools }), () => wx.showToast({ title: '稍后再试', icon: 'none' })) },
  number(e) {
    if (!e.detail.code) return wx.showToast({ title: '没有手机号，请到柜台', icon: 'none' })
    wx.setStorageSync('phone', 'bound'); this.onShow()
  },
  borrow(e) { this.setData({ lent: e.currentTarget.dataset.n }) }
})
