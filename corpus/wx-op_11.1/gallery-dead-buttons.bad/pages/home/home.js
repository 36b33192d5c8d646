const rooms = require('../../data/rooms')
Page({ data: { rooms }, open(e) { wx.navigateTo({ url: '/' + e.currentTarget.dataset.to }) } })
