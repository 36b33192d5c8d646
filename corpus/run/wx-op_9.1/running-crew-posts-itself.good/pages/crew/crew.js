const api = require('../../utils/request')
Page({ data: { list: [] }, onShow() { api.get('/feed').then((a) => this.setData({ list: a.list || [] }), () => {}) } })
