const api = require('../../utils/request')
const chain = require('../../lib/chain')
Page({
  data: { stalls: [], card: false, who: '' },
  onLoad() { api.get('/stalls').then((a) => { this.setData({ stalls: a.list || [] }); chain(() => tt.setNavigationBarTitle({ title: '灯会 · ' + (a.list || []).length + ' 摊' }), () => this.greet()) }, () => tt.showToast({ title: '没有读到摊位', icon: 'none' })) },
  greet() { tt.getUserProfile({ success: (r) => this.setData({ who: r.userInfo.nickName }), fail: () => {} }) },
  open(e) { tt.navigateTo({ url: '/pages/stall/stall?n=' + e.currentTarget.dataset.n }) }
})
