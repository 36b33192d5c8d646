const up = require('../lib/cos')
Page({ pick() { wx.chooseMedia({ mediaType: ['image'], success: async (r) => { wx.showLoading({ title: '上传中' }); await up(r.tempFiles[0].tempFilePath); wx.hideLoading() } }) } })
