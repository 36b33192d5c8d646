const api = require('../../utils/request')
const reads = require('../../behaviors/reads')
const reader = require('../../services/reader')
Page({
  behaviors: [reads],
  data: { words: '今天的座位都空着，直接到馆即可', said: '' },
  onShow() { this.again() },
  again() { return this.take(api.get('/seats')) },
  book(e) {
    const room = e.currentTarget.dataset.r
    wx.showModal({ title: '预约 ' + room, content: '保留到上午十点，可在「我的」取消', success: async (r) => { if (!r.confirm) return; try { if (!reader.card()) await reader.enter(); await api.post('/seats', { room }); this.setData({ said: room + ' 已预约' }) } catch (err) { this.setData({ said: '没有约上，请稍后再试' }) } } })
  }
})
