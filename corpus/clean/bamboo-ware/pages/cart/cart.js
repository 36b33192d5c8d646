const bag = require('../../services/bag')
Page({
  data: { lines: [], total: '0.00' },
  onShow() { this.draw() },
  draw() { this.setData({ lines: bag.all().map((l) => ({ ...l, yuan: (l.cents / 100).toFixed(2) })), total: bag.total() }) },
  more(e) { bag.change(e.currentTarget.dataset.id, 1); this.draw() },
  less(e) { bag.change(e.currentTarget.dataset.id, -1); this.draw() },
  go() { wx.navigateTo({ url: '/pages/confirm/confirm' }) },
  look() { wx.switchTab({ url: '/pages/kinds/kinds' }) }
})
