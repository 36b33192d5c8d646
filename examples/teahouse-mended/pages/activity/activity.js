const api = require('../../services/api')

Page({
  data: { code: '' },
  async take() {
    const coupon = await api.post('/coupons', { kind: 'newcomer' })
    this.setData({ code: coupon.code })
  },
  onShareAppMessage() {
    return { title: '拾光茶馆的茶单', path: '/pages/menu/menu' }
  },
})
