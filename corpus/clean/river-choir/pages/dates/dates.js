const choir = require('../../services/choir')
Page({ behaviors: [require('../../behaviors/load')], onShow() { this.again() }, again() { return this.load(choir.dates()) }, open(e) { wx.navigateTo({ url: '/pages/date/date?id=' + e.currentTarget.dataset.id }) } })
