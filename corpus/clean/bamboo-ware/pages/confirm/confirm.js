const bag = require('../../services/bag')
const shop = require('../../services/shop')
const session = require('../../services/session')
Page({
  data: { lines: [], total: '0.00', address: '', busy: false, said: '' },
  onShow() { this.setData({ lines: bag.all(), total: bag.total(), address: wx.getStorageSync('address') || '' }) },
  choose() {
    wx.showModal({ title: '收货地址的用途', content: '用于寄送这份订单，并保存在本机供下次使用，退出登录时删除。', confirmText: '去选择', cancelText: '手动填写', success: (r) => r.confirm && wx.chooseAddress({ success: (a) => this.put(a.userName + ' ' + a.cityName + a.countyName + a.detailInfo), fail: () => this.setData({ said: '可以在下面直接填写地址' }) }) })
  },
  put(address) { wx.setStorageSync('address', address); this.setData({ address, said: '' }) },
  type(e) { this.setData({ address: e.detail.value }) },
  async pay() {
    if (!this.data.lines.length) return this.setData({ said: '购物袋是空的，先去挑一件' })
    if (!this.data.address) return this.setData({ said: '请先填写收货地址' })
    this.setData({ busy: true, said: '' })
    try {
      if (!session.on()) await session.enter()
      const o = await shop.place({ lines: this.data.lines, address: this.data.address })
      if (!o.package) throw new Error('no order')
      bag.clear()
      await shop.pay(o).then(() => this.setData({ said: '已支付，两天内寄出' }), () => this.setData({ said: '没有支付，订单在「我的订单」里保留一天' }))
    } catch (e) { this.setData({ said: '订单没有建立，请稍后再试' }) }
    this.setData({ busy: false })
  }
})
