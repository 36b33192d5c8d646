const visits = require('../../lib/visits')
const things = [{ id: 'lamp', n: '台灯', t: '周三 接电工' }, { id: 'chair', n: '藤椅', t: '周五 木工' }, { id: 'bag', n: '帆布包', t: '周日 缝补' }]
Page({
  data: { things, to: '', offer: false },
  onShow() {
    const known = wx.getStorageSync('to')
    if (known) return this.setData({ to: known })
    if (visits.regular(visits.count())) this.setData({ offer: true })
  },
  ask() {
    wx.showModal({ title: '收货地址的用途', content: '修好的物品寄回时使用，只保存在本机，随时可以删除。', cancelText: '不用', success: (r) => { if (r.confirm) this.fill(); else this.setData({ offer: false }) } })
  },
  fill() {
    wx.chooseAddress({ success: (a) => { const to = a.cityName + a.detailInfo; wx.setStorageSync('to', to); this.setData({ to, offer: false }) }, fail: () => this.setData({ offer: false }) })
  },
  open(e) { wx.navigateTo({ url: '/pages/item/item?id=' + e.currentTarget.dataset.id }) }
})
