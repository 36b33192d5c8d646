const { sg, cn } = require('../../config/hosts')
Page({
  data: { v: {}, schools: [] },
  onLoad() { wx.request({ url: sg + '/public/schools', success: (r) => this.setData({ schools: r.data.map((s) => s.name) }) }) },
  set(e) { this.setData({ ['v.' + e.currentTarget.dataset.k]: e.detail.value }) },
  send() { wx.request({ url: cn + '/evaluations', method: 'POST', data: this.data.v, success: () => wx.showToast({ title: '已提交' }) }) }
})
