const api = require('../../utils/request')
Page({ data: { list: [] }, onLoad(q) { api.get('/shelf/' + (q.k || 'pen')).then((a) => this.setData({ list: a.list || [] }), () => wx.showToast({ title: '没有读到', icon: 'none' })) } })
