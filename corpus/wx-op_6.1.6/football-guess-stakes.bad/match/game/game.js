const { games } = require('../data')
Page({
  data: { g: games[0], pick: -1, stake: 100 },
  onLoad(q) { this.setData({ g: games[q.i] || games[0] }) },
  side(e) { this.setData({ pick: e.currentTarget.dataset.k }) },
  bet() { wx.request({ url: 'https://goal.example.org/bets', method: 'POST', data: { pick: this.data.pick, stake: this.data.stake } }) }
})
