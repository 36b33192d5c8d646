const api = require('../../utils/request')
Page({
  onLoad() { api.get('/today').then((a) => this.go(a), () => this.go({})) },
  go(a) { setTimeout(() => wx.redirectTo({ url: '/pages/desk/desk?copy=' + (a.copy || '多宝塔') }), 600) }
})
