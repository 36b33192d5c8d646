const t = require('../../data/copy')
Page({ data: t, join() { tt.showToast({ title: '已登记', icon: 'none' }) } })
