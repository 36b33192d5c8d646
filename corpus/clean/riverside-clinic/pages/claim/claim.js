const http = require('../../lib/http')
Page({
  data: { text: '' },
  type(e) { this.setData({ text: e.detail.value }) },
  send() { if (!this.data.text.trim()) return wx.showToast({ title: '请先填写', icon: 'none' }); http('POST', '/claims', { text: this.data.text }).then(() => wx.showModal({ title: '已受理', content: '两个工作日内电话回复', showCancel: false }), () => wx.showToast({ title: '请改拨 400-000-3131', icon: 'none' })) }
})
