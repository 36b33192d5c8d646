const { older } = require('../../utils/version')
Page({
  data: { pics: ['/img/1.png'], packs: [{ id: 1, t: '相册打印 20 张', price: 39 }], stale: false },
  async onLoad () {
    const online = await getApp().ready
    this.setData({ stale: older(online) })
  },
  restart () { wx.getUpdateManager().applyUpdate() },
  shop (e) { wx.navigateTo({ url: '/pages/shop/shop?id=' + e.currentTarget.dataset.id }) }
})
