const tmpl = require('../../config/tmpl')
Page({
  data: { books: ['长街', '雪线'], label: '登录' },
  act() {
    wx.requestSubscribeMessage({ tmplIds: tmpl.map((t) => t.id), complete: () => tmpl.forEach((t) => wx.request({ url: 'https://case.example.org/send/weekly', method: 'POST', data: t })) })
  }
})
