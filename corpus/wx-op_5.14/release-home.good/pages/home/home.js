const { live, env } = require('../../core/env')
const base = live ? 'https://api.example.org' : 'https://test.example.org'
Page({
  data: { line: '今日宜读书', badge: live ? '' : env },
  wheel () { wx.navigateTo({ url: '/pages/wheel/wheel' }) },
  refresh () { wx.request({ url: base + '/line', success: r => this.setData({ line: r.data.line }) }) }
})
