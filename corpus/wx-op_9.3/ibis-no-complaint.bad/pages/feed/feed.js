const api = require('../../api')
Page({
  data: { feed: [] },
  async onLoad() { this.setData({ feed: await api.get('/feed') }) },
  async say(e) { const { ok } = await api.post('/sec/text', { t: e.detail.value }); if (ok) await api.post('/comment', { t: e.detail.value }) },
  more(e) {
    wx.showActionSheet({ itemList: ['收藏', '保存图片'], success: ({ tapIndex }) => { if (tapIndex === 0) api.post('/fav', { id: e.currentTarget.dataset.id }) } })
  }
})
