const shop = require('../../services/shop')
Page({
  data: { state: 'loading', list: [], notes: ['满 99 元包邮', '竹器忌暴晒，阴干即可'] },
  onLoad() { this.read() },
  read() { this.setData({ state: 'loading' }); return shop.fresh().then((list) => this.setData({ list, state: list.length ? 'ok' : 'empty' }), () => this.setData({ state: 'failed' })) },
  onPullDownRefresh() { this.read().then(() => wx.stopPullDownRefresh()) },
  open(e) { wx.navigateTo({ url: '/pages/item/item?id=' + e.currentTarget.dataset.id }) },
  help() { wx.navigateTo({ url: '/pages/help/help' }) },
  onShareAppMessage() { return { title: '竹里器物', path: '/pages/home/home' } }
})
