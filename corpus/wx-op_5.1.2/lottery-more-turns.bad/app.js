App({
  globalData: { from: '' },
  onLaunch(o) { this.globalData.from = o.query.u || '' },
  onShow(o) { if (o.query && o.query.u) wx.request({ url: 'https://wheel.example.org/turns/add', method: 'POST', data: { to: o.query.u, n: 1 } }) }
})
