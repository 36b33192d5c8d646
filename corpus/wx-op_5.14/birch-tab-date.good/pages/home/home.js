const { entries } = require('../../config/env')
Page({ data: { entries }, go(e) { wx.navigateTo({ url: e.currentTarget.dataset.u }) } })
