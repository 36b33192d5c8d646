const { newer } = require('../../utils/version')
Page({
  data: { pics: ['/img/1.png'], full: false, packs: [{ id: 1, t: '会员年卡', price: 98 }] },
  async onLoad () {
    const online = await getApp().ready
    this.setData({ full: !newer(online) }) 
  },
  shop (e) { wx.navigateTo({ url: '/pages/shop/shop?id=' + e.currentTarget.dataset.id }) }
})
