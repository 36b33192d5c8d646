const store = require('../../lib/store')
Page({
  data: { ask: false },
  onShow() { this.setData({ ask: !store.bound() }) },
  got(e) { if (!e.detail.encryptedData) return this.later(); tt.request({ url: 'https://shoe.example.org/phone', method: 'POST', data: e.detail, success: () => { store.bind(); this.setData({ ask: false }) } }) },
  later() { this.setData({ ask: false }) }
})
