exports.follow = (plan, route, show) => (plan.moments || [])
  .filter((m) => m.page === route)
  .forEach((m) => setTimeout(() => show(m.what), m.after))
exports.ask = (done) => wx.showModal({
  title: '微信步数的用途', content: '读取今天的步数，在本机估算放飞时走过的距离，不上传。', confirmText: '同意', cancelText: '不用',
  success: (r) => r.confirm && wx.getWeRunData({ success: () => { wx.setStorageSync('walked', true); done() }, fail: () => wx.showToast({ title: '没有步数也能记录', icon: 'none' }) })
})
