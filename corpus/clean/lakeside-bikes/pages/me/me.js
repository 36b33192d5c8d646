const bikes = require('../../services/bikes')
Page({
  data: { on: false, said: '' },
  onShow() { this.setData({ on: !!wx.getStorageSync('token'), said: '' }) },
  login() { bikes.session().then(() => this.onShow(), () => this.setData({ said: '没有登录成功，停车点不用登录也能查' })) },
  go(e) { wx.navigateTo({ url: e.currentTarget.dataset.to }) },
  call() { wx.makePhoneCall({ phoneNumber: '400-000-3434', fail: () => {} }) },
  out() { wx.showModal({ title: '退出登录', content: '将在本机退出', success: (r) => { if (r.confirm) { bikes.leave(); this.onShow() } } }) },
  erase() { wx.showModal({ title: '注销账号', content: '永久删除账号和行程记录', success: (r) => r.confirm && bikes.erase().then(() => this.onShow(), () => this.setData({ said: '没有注销成功，请稍后再试' })) }) }
})
