App({
  globalData: { from: '' },
  onLaunch(o) { this.globalData.from = o.query.u || '' },
  onShow(o) { if (o.query && o.query.u) console.log('来自书友推荐', o.query.u) }
})
