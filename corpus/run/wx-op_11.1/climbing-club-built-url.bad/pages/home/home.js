const api = require('../../utils/request')
const own = ['hike', 'raft']
Page({
  data: { trips: [], said: '' },
  onLoad() { api.get('/trips').then((a) => this.setData({ trips: a.list || [], said: (a.list || []).length ? '' : '这个月没有活动' }), () => this.setData({ said: '没有读到活动，请下拉再试' })) },
  open(e) {
    const { kind, id } = e.currentTarget.dataset
    const page = own.length ? kind : own[0]
    wx.navigateTo({ url: `/pages/${page}/${page}?id=${id}` })
  }
})
