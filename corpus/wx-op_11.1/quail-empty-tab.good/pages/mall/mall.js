const { mall } = require('../../i18n')
Page({ data: { mall, books: ['雪国', '山月记'] }, see(e) { wx.showToast({ title: e.currentTarget.dataset.b, icon: 'none' }) } })
