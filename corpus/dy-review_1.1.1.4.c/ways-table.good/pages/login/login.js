const ways = require('../../config/ways')
Page({
  data: { ways: ways.filter(w => w.on.includes('tt')) },
  use (e) { this['by_' + e.currentTarget.dataset.id]() },
  by_douyin () { tt.login({ success: r => tt.request({ url: 'https://api.example.org/dy', data: { code: r.code } }) }) },
  by_sms () { tt.navigateBack({}) }
})
