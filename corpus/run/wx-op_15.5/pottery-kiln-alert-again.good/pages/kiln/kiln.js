const api = require('../../utils/request')
Page({
  data: { log: [], note: '' },
  onLoad() { this.read() },
  read() { api.get('/log').then((log) => this.setData({ log, note: '' }), () => this.trouble()) },
  trouble() { wx.showModal({ title: '没有读到温度', content: '窑房的记录仪可能关着', cancelText: '稍后', confirmText: '重试', success: (r) => { if (r.confirm) this.read(); else this.setData({ note: '还没有读到温度' }) } }) },
  duty() { wx.navigateTo({ url: '/pages/duty/duty' }) }
})
