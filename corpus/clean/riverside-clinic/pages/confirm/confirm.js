const clinic = require('../../services/clinic')
Page({
  data: { d: '', t: '', fee: '', busy: false },
  onLoad(q) { this.setData({ d: q.d || '', t: q.t || '', fee: ((Number(q.fee) || 0) / 100).toFixed(2) }) },
  async pay() {
    this.setData({ busy: true })
    try {
      const o = await clinic.book(this.data.d + '@' + this.data.t)
      await clinic.pay(o)
      wx.showToast({ title: '预约成功' })
    } catch (e) { wx.showToast({ title: '未支付，号源保留 10 分钟', icon: 'none' }) }
    this.setData({ busy: false })
  }
})
