const native = require('../../lib/native')
Page({ data: { rows: ['水泵', '风机'] }, check() { native({ api_name: 'webapi_getuserinfo' }).then(() => wx.showToast({ title: '已记录' })) } })
