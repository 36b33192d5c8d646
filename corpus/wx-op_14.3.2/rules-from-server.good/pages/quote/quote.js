const rules = require('../../lib/rules')
Page({
  data: { total: 0 },
  async count (e) { const { w, h } = e.detail.value; this.setData({ total: await rules.run('board', { w: +w, h: +h }) }) },
  help () { wx.navigateTo({ url: '/pages/help/help' }) }
})
