const clinic = require('../../services/clinic')
const reading = require('../../lib/reading')
Page(reading(function () { return clinic.doctor(this.id) }, {
  data: { t: '', who: '', busy: false, said: '' },
  onLoad(q) { this.id = q.id || 'd1'; this.setData({ t: q.t || '' }); this.read() },
  onShow() { const people = wx.getStorageSync('people') || []; this.setData({ who: people[0] || '' }) },
  people() { wx.navigateTo({ url: '/pages/people/people' }) },
  async pay() {
    if (!this.data.t) return this.setData({ said: '请先返回选择时间' })
    if (!this.data.who) return this.setData({ said: '请先填写就诊人称呼' })
    this.setData({ busy: true, said: '' })
    try {
      if (!wx.getStorageSync('token')) await clinic.enter()
      const o = await clinic.book({ doctor: this.id, time: this.data.t, who: this.data.who })
      if (!o.package) throw new Error('no order')
      await new Promise((success, fail) => wx.requestPayment({ timeStamp: o.timeStamp, nonceStr: o.nonceStr, package: o.package, signType: 'RSA', paySign: o.paySign, success, fail })).then(() => wx.redirectTo({ url: '/pages/done/done?t=' + this.data.t }), () => this.setData({ said: '没有支付，号源保留十分钟' }))
    } catch (e) { this.setData({ said: '没有约上，请稍后再试或电话预约' }) }
    this.setData({ busy: false })
  }
}))
