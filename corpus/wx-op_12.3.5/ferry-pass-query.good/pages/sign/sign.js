const { link } = require('../../lib/link')
Page({ enter(e) { wx.request({ url: link('/session'), method: 'POST', data: e.detail.value, success: () => wx.showToast({ title: '好了' }) }) } })
