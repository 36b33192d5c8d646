const fund = require('../../services/fund')
Page({
  data: { head: '本月分摊', rows: fund.settle([{ n: 'A', paid: 1800 }, { n: 'B', paid: 0 }]), label: '复制结果发给室友' },
  act() { wx.setClipboardData({ data: this.data.rows.map((r) => r.n + r.v).join('\n') }) }
})
