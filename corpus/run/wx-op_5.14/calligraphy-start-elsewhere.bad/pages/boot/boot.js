const api = require('../../utils/request')
Page({
  onLoad() { api.get('/today').then((a) => this.go(a), () => this.go({})) },
  go(a) { setTimeout(() => wx.redirectTo({ url: '/pages/' + (a.to || 'desk/desk') }), 600) }
})
