const { flow } = require('../../services/address')
Page({
  data: { items: ['桂花米糕 ×2'], to: '', tip: '' },
  async onShow() { for await (const a of flow()) if (a.detailInfo) this.setData({ to: a.detailInfo }) },
  choose() {}
})
