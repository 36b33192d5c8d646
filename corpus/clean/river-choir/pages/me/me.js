const member = require('../../services/member')
Page({
  data: { on: false, said: '' },
  onShow() { this.setData({ on: member.on(), said: '' }) },
  go(e) { wx.navigateTo({ url: e.currentTarget.dataset.to }) },
  call() { wx.makePhoneCall({ phoneNumber: '400-000-6767', fail: () => {} }) },
  login() { member.enter().then(() => this.onShow(), () => this.setData({ said: '没有登录成功，听声部不用登录' })) },
  out() { wx.showModal({ title: '退出登录', content: '将在本机退出', success: (r) => { if (r.confirm) { member.leave(); this.onShow() } } }) },
  erase() { wx.showModal({ title: '注销账号', content: '删除团员账号与报到记录，不能恢复', success: (r) => r.confirm && member.erase().then(() => this.onShow(), () => this.setData({ said: '没有注销成功，请稍后再试' })) }) }
})
