const api = require('../../utils/request')
Page({
  data: { list: [{ id: 1, t: '北方的来信', s: '雪停了，河面能走人。' }, { id: 2, t: '海边的来信', s: '台风过后捡了一只灯塔模型。' }], text: '', sent: '' },
  onShow() { const card = wx.getStorageSync('card'); this.setData({ sign: card ? card.nickName : '笔友' }) },
  type(e) { this.setData({ text: e.detail.value }) },
  send() {
    if (!this.data.text) return wx.showToast({ title: '先写几句', icon: 'none' })
    const card = wx.getStorageSync('card') || { nickName: '笔友' }
    api.post('/letters', { text: this.data.text, from: card.nickName, face: card.avatarUrl }).then(() => this.setData({ sent: '已寄出，落款 ' + card.nickName }), () => this.setData({ sent: '没有寄出，请重试' }))
  },
  me() { wx.navigateTo({ url: '/pages/me/me' }) }
})
