const choir = require('../../services/choir')
Page({ behaviors: [require('../../behaviors/load')], onLoad() { this.again() }, again() { return this.load(choir.songs()) }, open(e) { wx.navigateTo({ url: '/pages/song/song?id=' + e.currentTarget.dataset.id }) } })
