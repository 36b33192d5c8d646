const fields = require('../../config/fields')
Page({
  data: { fields },
  done(e) {
    wx.request({ url: 'https://score.example.org/bind', method: 'POST', data: e.detail, success: () => wx.navigateBack() })
  }
})
