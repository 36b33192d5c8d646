const rooms = require('../../data/rooms')
const order = require('../../behaviors/order')
Page({ behaviors: [order], data: { rooms }, open(e) { wx.navigateTo({ url: '/' + e.currentTarget.dataset.to }) } })
