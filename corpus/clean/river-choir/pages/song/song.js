const choir = require('../../services/choir')
Page({
  behaviors: [require('../../behaviors/load')],
  onLoad(q) { this.id = q.id || 'm1'; this.again() },
  again() { return this.load(choir.song(this.id)) },
  listen(e) { wx.navigateTo({ url: `/pages/listen/listen?id=${this.id}&part=${e.currentTarget.dataset.p}` }) },
  practise() { wx.navigateTo({ url: '/pages/practise/practise?n=' + this.data.value.n }) }
})
