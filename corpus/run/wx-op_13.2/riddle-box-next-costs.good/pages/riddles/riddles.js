const http = require('../../lib/http')
const first = { q: '一口咬掉牛尾巴', h: '打一字' }
Page({
  data: { r: first, n: 1, due: null, said: '' },
  next() {
    http('POST', '/next', { n: this.data.n }).then((a) => {
      if (!a.order) return this.setData({ r: a.riddle, n: this.data.n + 1, said: '' })
      this.order = a.order
      this.setData({ due: { yuan: (a.order.fee / 100).toFixed(2) } })
    }, () => this.setData({ said: '今天的灯谜看完了' }))
  },
  pay() {
    const o = this.order
    wx.requestPayment({ timeStamp: o.timeStamp, nonceStr: o.nonceStr, package: o.package, signType: 'MD5', paySign: o.paySign, success: () => this.setData({ due: null, said: '可以继续了' }), fail: () => this.setData({ due: null, said: '明天有新的三条' }) })
  },
  about() { wx.navigateTo({ url: '/pages/about/about' }) }
})
