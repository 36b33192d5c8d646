const drugs = require('../../data/drugs')
Page({
  data: { drugs: drugs.map((d) => ({ n: d.n, s: d.until + ' 到期' })), total: '本工具不售药，用药请遵医嘱' },
  act(e) { const d = drugs[e.currentTarget.dataset.i]; wx.showToast({ title: d.n + ' 已标记用完', icon: 'none' }) }
})
