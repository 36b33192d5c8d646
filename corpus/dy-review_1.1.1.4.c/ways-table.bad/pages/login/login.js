const ways = require('../../config/ways')
Page({
  data: { ways },
  use (e) { this['by_' + e.currentTarget.dataset.id]() },
  by_douyin () { tt.login({ success: r => tt.request({ url: 'https://api.example.org/dy', data: { code: r.code } }) }) },
  by_wechat () { tt.showToast({ title: '请稍候', icon: 'none' }) },
  by_sms () { tt.navigateBack({}) }
})
