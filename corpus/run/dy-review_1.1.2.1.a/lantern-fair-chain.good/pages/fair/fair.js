const api = require('../../utils/request')
const chain = require('../../lib/chain')
Page({
  data: { stalls: [], card: false, who: '' },
  onLoad() { api.get('/stalls').then((a) => { this.setData({ stalls: a.list || [] }); chain(() => tt.setNavigationBarTitle({ title: '灯会 · ' + (a.list || []).length + ' 摊' }), () => this.greet()) }, () => tt.showToast({ title: '没有读到摊位', icon: 'none' })) },
  greet() { this.setData({ card: true }) },
  agree() { tt.showModal({ title: '灯会手册申请获取昵称和头像', content: '用于印在你的电子灯谜卡上，不作他用', confirmText: '同意', cancelText: '不用', success: (r) => r.confirm && tt.getUserProfile({ success: (u) => this.setData({ who: u.userInfo.nickName, card: false }), fail: () => this.setData({ card: false }) }) }) },
  open(e) { tt.navigateTo({ url: '/pages/stall/stall?n=' + e.currentTarget.dataset.n }) }
})
