const api = require('../../services/api')

Page({
  data: { notes: [], text: '' },
  onShow() {
    api.get('/notes').then((notes) => this.setData({ notes }))
  },
  type(e) {
    this.setData({ text: e.detail.value })
  },
  async publish() {
    const { text, notes } = this.data
    await api.post('/notes', { text })
    this.setData({ notes: [{ id: Date.now(), author: '我', text }, ...notes], text: '' })
  },
})
