const { games } = require('../data')
Page({
  data: { g: games[0], pick: -1, stake: 0 },
  onLoad(q) { this.setData({ g: games[q.i] || games[0] }) },
  side(e) { this.setData({ pick: e.currentTarget.dataset.k }) },
  bet() { wx.setStorageSync('remind', this.data.g.a) }
})
