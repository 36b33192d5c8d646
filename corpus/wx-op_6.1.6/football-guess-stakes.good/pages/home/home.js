const { games, note } = require('../../match/data')
Page({ data: { games, note }, open(e) { wx.navigateTo({ url: '/match/game/game?i=' + e.currentTarget.dataset.i }) } })
