const api = require('../../utils/request')
const stamp = require('../../lib/stamp')
Page({
  data: { n: 0, rule: '', full: false },
  onShow() { api.get('/card').then((c) => { const n = stamp.stamps(c); this.setData({ n, full: n >= 5, rule: c.rule }) }, () => this.setData({ rule: '到店出示会员码盖章' })) }
})
