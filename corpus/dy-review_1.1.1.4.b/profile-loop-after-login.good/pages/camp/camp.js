const svc = require('../../services/me')
const once = (f) => (svc.read() ? Promise.resolve(svc.read()) : f())
Page({
  data: { me: null, sites: ['溪谷营地', '星空台'] },
  onShow() { this.setData({ me: svc.read() }) },
  sign() { if (svc.read()) return this.onShow(); tt.showModal({ title: '山野露营将获取昵称头像', content: '用于显示在营位登记表', success: (r) => r.confirm && once(svc.ask).then((me) => this.setData({ me }), () => {}) }) }
})
