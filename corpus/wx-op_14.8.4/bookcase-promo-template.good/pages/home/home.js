const tmpl = require('../../config/tmpl')
Page({
  data: { books: ['长街', '雪线'], label: '借阅并接收到期提醒' },
  act() {
    wx.requestSubscribeMessage({ tmplIds: tmpl.map((t) => t.id), complete: () => wx.request({ url: 'https://case.example.org/borrow', method: 'POST', data: { remind: tmpl[0].id } }) })
  }
})
