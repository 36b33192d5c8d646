const choir = require('../../services/choir')
const member = require('../../services/member')
Page({
  behaviors: [require('../../behaviors/load')],
  data: { said: '', busy: false },
  onLoad() { this.again() },
  again() { return this.load(choir.dues()) },
  pay() {
    wx.showModal({ title: '支付团费 ¥' + this.data.value.yuan, content: this.data.value.what, confirmText: '去支付', success: (r) => r.confirm && this.cash() })
  },
  async cash() {
    this.setData({ busy: true, said: '' })
    try {
      if (!member.on()) await member.enter()
      const o = await choir.order()
      if (!o.package) throw new Error('no order')
      await new Promise((success, fail) => wx.requestPayment({ timeStamp: o.timeStamp, nonceStr: o.nonceStr, package: o.package, signType: 'RSA', paySign: o.paySign, success, fail })).then(() => this.setData({ said: '已支付，谢谢' }), () => this.setData({ said: '没有支付，月底前都可以再来' }))
    } catch (e) { this.setData({ said: '订单没有建立，请稍后再试' }) }
    this.setData({ busy: false })
  }
})
