const me = require('../../services/me')
Page({
  data: { on: false, said: '' },
  onShow() { this.setData({ on: me.on(), said: '' }) },
  go(e) { tt.navigateTo({ url: e.currentTarget.dataset.to }) },
  call() { tt.makePhoneCall({ phoneNumber: '400-000-4545', fail: () => {} }) },
  login() { me.enter().then(() => this.onShow(), () => this.setData({ said: '没有登录成功，看课程不用登录' })) },
  out() { tt.showModal({ title: '退出登录', content: '将在本机退出', success: (r) => { if (r.confirm) { me.leave(); this.onShow() } } }) },
  erase() { tt.showModal({ title: '注销账号', content: '删除账号与报名记录，不能恢复', success: (r) => r.confirm && me.erase().then(() => this.onShow(), () => this.setData({ said: '没有注销成功，请稍后再试' })) }) }
})
