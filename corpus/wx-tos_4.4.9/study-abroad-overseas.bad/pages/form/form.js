const { sg } = require('../../config/hosts')
Page({
  data: { v: {}, schools: ['北湖大学', '西岭学院'] },
  set(e) { this.setData({ ['v.' + e.currentTarget.dataset.k]: e.detail.value }) },
  send() { wx.request({ url: sg + '/crm/leads', method: 'POST', data: { ...this.data.v, openid: getApp().globalData.openid }, success: () => wx.showToast({ title: '已提交' }) }) }
})
