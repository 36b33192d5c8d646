const t = require('../../data/t')
Page({ data: { t, v: '' }, type(e) { this.setData({ v: e.detail.value }) }, go() { tt.showToast({ title: t.toast, icon: 'none' }) }, onShareAppMessage() { return { title: t.title, path: '/pages/job/job' } } })
