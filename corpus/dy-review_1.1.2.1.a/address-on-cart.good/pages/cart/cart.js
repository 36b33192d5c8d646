const { flow } = require('../../services/address')
Page({
  data: { items: ['桂花米糕 ×2'], to: '', tip: '' },
  onShow() { this.setData({ tip: '点此选择收货地址，仅用于给这单米糕派送' }) },
  async choose() { for await (const a of flow()) if (a.detailInfo) this.setData({ to: a.detailInfo }) }
})
