const api = require('../../utils/request')
Page({
  data: { seeds: [{ id: 1, n: '紫苏' }, { id: 2, n: '金盏菊' }, { id: 3, n: '蛇豆' }], need: [], form: {}, veil: false },
  onLoad() {
    if (wx.getStorageSync('skipped') || wx.getStorageSync('me')) return
    api.get('/need').then((a) => this.setData({ need: a.fields || [], veil: (a.fields || []).length > 0, mayLeave: a.mayLeave }), () => {})
  },
  type(e) { this.setData({ ['form.' + e.currentTarget.dataset.k]: e.detail.value }) },
  leave() { if (this.data.mayLeave) this.setData({ veil: false }); else wx.showToast({ title: '请先完善资料', icon: 'none' }) },
  save() {
    if (this.data.need.some((f) => !this.data.form[f.k])) return wx.showToast({ title: '请填写完整', icon: 'none' })
    wx.setStorageSync('me', this.data.form)
    this.setData({ veil: false })
  },
  open(e) { wx.navigateTo({ url: '/pages/seed/seed?id=' + e.currentTarget.dataset.id }) }
})
