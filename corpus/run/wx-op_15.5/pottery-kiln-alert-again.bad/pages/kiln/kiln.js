const api = require('../../utils/request')
Page({
  data: { log: [], note: '' },
  onLoad() { this.read() },
  read() { api.get('/log').then((log) => this.setData({ log, note: '' }), () => this.trouble()) },
  trouble() { wx.showModal({ title: '没有读到温度', content: '请重试', showCancel: false, success: () => this.read() }) },
  duty() { wx.navigateTo({ url: '/pages/duty/duty' }) }
})
