const api = require('../../utils/promise')

Page({
  data: { phone: '', near: '' },
  async bind(e) {
    if (!e.detail.encryptedData) return
    const r = await api.request({ url: 'https://api.flower.example.org/login', method: 'POST', data: e.detail })
    tt.setStorageSync('token', r.data.token)
    this.setData({ phone: r.data.phone })
  },
  shop() {
    tt.getLocation({
      success: (r) => this.setData({ near: `${r.latitude},${r.longitude}` }),
      fail: () => this.shop(),
    })
  },
})
