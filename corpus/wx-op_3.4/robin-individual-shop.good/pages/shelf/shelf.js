const goods = require('../../data/goods')
Page({ data: { goods }, call() { wx.makePhoneCall({ phoneNumber: '13800000000' }) } })
