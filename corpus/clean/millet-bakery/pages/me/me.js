const api = require('../../lib/api')
Page({
  data: { tel: '' },
  onShow() { this.setData({ tel: tt.getStorageSync('tel') || '' }) },
  got(e) {
    if (!/:ok$/.test(e.detail.errMsg)) return tt.showToast({ title: '不登录也可以预订', icon: 'none' })
    api.request({ url: 'https://bread.example.org/phone', method: 'POST', data: { encryptedData: e.detail.encryptedData, iv: e.detail.iv } }).then((r) => { tt.setStorageSync('tel', r.data.masked); this.onShow() }, () => tt.showToast({ title: '请稍后再试', icon: 'none' }))
  },
  out() { tt.removeStorageSync('tel'); this.onShow() },
  erase() { api.modal({ title: '注销账号', content: '将删除手机号与订单记录，无法恢复' }).then((r) => r.confirm && api.request({ url: 'https://bread.example.org/me', method: 'DELETE' }).then(() => this.out())) },
  privacy() { tt.navigateTo({ url: '/pages/privacy/privacy' }) },
  call() { tt.makePhoneCall({ phoneNumber: '400-000-4646' }) }
})
