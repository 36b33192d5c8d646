const fields = require('../../config/fields')
Page({
  data: { fields, warn: '请勿填写 QQ 密码、微信密码等其他平台的密码，我们不会索取' },
  done(e) {
    wx.request({ url: 'https://score.example.org/login', method: 'POST', data: e.detail, success: () => wx.navigateBack() })
  }
})
