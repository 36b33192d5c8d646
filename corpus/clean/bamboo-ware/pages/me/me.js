const session = require('../../services/session')
const ask = (title, content) => new Promise((ok) => wx.showModal({ title, content, success: (r) => ok(r.confirm) }))
Page({
  data: { on: false, said: '' },
  onShow() { this.setData({ on: session.on(), said: '' }) },
  login() { session.enter().then(() => this.onShow(), () => this.setData({ said: '没有登录成功，不登录也可以逛' })) },
  go(e) { wx.navigateTo({ url: e.currentTarget.dataset.to }) },
  async out() { if (await ask('退出登录', '购物袋保留在本机，地址会删除')) { session.leave(); this.onShow() } },
  async erase() { if (await ask('注销账号', '永久删除账号、订单记录和地址，不能恢复')) session.erase().then(() => this.onShow(), () => this.setData({ said: '没有注销成功，请稍后再试' })) }
})
