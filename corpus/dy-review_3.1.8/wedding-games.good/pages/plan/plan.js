const { steps, games } = require('../../data/plan')
Page({ data: { steps, game: games[0] }, turn() { this.setData({ game: games[(games.indexOf(this.data.game) + 1) % games.length] }) }, onShareAppMessage() { return { title: '婚礼流程', path: '/pages/plan/plan' } } })
