const box = require('../../lib/box')
Page({
  data: { no: '', pwd: '' },
  onLoad() { this.setData(box.take('no')) },
  set(e) { this.setData({ [e.currentTarget.dataset.k]: e.detail.value }) },
  login() {
    const { no, pwd } = this.data
    wx.request({ url: 'https://hr.example.org/login', method: 'POST', data: { no, pwd }, success: (r) => {
      box.put({ no, token: r.data.token })
      this.setData({ pwd: '' })
      wx.reLaunch({ url: '/pages/home/home' })
    } })
  },
  quick() { wx.login({ success: ({ code }) => wx.request({ url: 'https://hr.example.org/wx', method: 'POST', data: { code } }) }) }
})
