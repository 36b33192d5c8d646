const { rank } = require('../../more/rank')
Page({
  data: { rank },
  go(e) {
    const room = rank[e.currentTarget.dataset.i]
    wx.showModal({ title: '预订 ' + room.n, content: '付款在我们自己的「山舍票务」小程序完成', success: (r) => r.confirm && wx.navigateToMiniProgram({ appId: 'wx5555555555555555', path: 'pay?room=' + room.a }) })
  }
})
