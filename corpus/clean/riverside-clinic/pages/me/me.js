const session = require('../../services/session')
const sure = (title, content) => new Promise((ok) => wx.showModal({ title, content, success: (r) => ok(r.confirm) }))
Page({
  data: { nick: '', signed: false, records: [{ id: 1, t: '9 月 3 日 眼科', s: '审核中' }] },
  onShow() { this.setData({ nick: wx.getStorageSync('nick') || '', signed: !!wx.getStorageSync('token') }) },
  named(e) { wx.setStorageSync('nick', e.detail.value); this.setData({ nick: e.detail.value }) },
  privacy() { wx.navigateTo({ url: '/pages/privacy/privacy' }) },
  claim() { wx.navigateTo({ url: '/pages/claim/claim' }) },
  call() { wx.makePhoneCall({ phoneNumber: '400-000-3131' }) },
  login() { session.silent().then(() => this.onShow(), () => wx.showToast({ title: '网络不通，请稍后再试', icon: 'none' })) },
  async logout() { if (await sure('退出登录', '将在本机退出')) { session.out(); this.onShow() } },
  async erase() { if (await sure('注销账号', '将永久删除预约记录和称呼，无法恢复')) session.erase().then(() => this.onShow(), () => wx.showToast({ title: '请稍后再试', icon: 'none' })) }
})
