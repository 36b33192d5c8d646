const { rides } = require('../../data/rides')
Page({ data: { rides }, join(e) { wx.showToast({ title: '已报名 ' + rides[e.currentTarget.dataset.i].d, icon: 'none' }) } })
