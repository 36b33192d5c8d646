const cmd = require('../../device/cmd')
Page({ data: { t: 24.5, h: 63 }, fan() { cmd.send('fan_on').then(() => wx.showToast({ title: '已开风机' })) } })
