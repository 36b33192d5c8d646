const clinic = require('../../services/clinic')
Page({
  data: { on: false, said: '' },
  onShow() { this.setData({ on: !!wx.getStorageSync('token'), said: '' }) },
  go(e) { wx.navigateTo({ url: e.currentTarget.dataset.to }) },
  login() { clinic.enter().then(() => this.onShow(), () => this.setData({ said: '没有登录成功，查科室和医生不用登录' })) },
  out() { wx.showModal({ title: '退出登录', content: '将在本机退出并删除就诊人', success: (r) => { if (r.confirm) { clinic.leave(); this.onShow() } } }) },
  erase() { wx.showModal({ title: '注销账号', content: '永久删除账号与预约记录', success: (r) => r.confirm && clinic.erase().then(() => this.onShow(), () => this.setData({ said: '没有注销成功，请稍后再试' })) }) }
})
