const account = require('../../lib/account')
Page({
  data: { dishes: [{ n: '照烧鸡腿', p: '22.00' }, { n: '素三鲜', p: '18.00' }], ask: false, begun: false },
  onShow() { if (this.data.begun) this.setData({ ask: !account.known() }) },
  order() { this.setData({ begun: true, ask: !account.known() }); if (account.known()) tt.navigateTo({ url: '/pages/mine/mine' }) },
  phone(e) { if (!e.detail.code && !e.detail.encryptedData) return this.setData({ ask: false, begun: false }); account.login(e.detail.code).then(() => { this.setData({ ask: false }); tt.navigateTo({ url: '/pages/mine/mine' }) }, () => tt.showToast({ title: '没有登录成功', icon: 'none' })) },
  later() { this.setData({ ask: false, begun: false }) }
})
