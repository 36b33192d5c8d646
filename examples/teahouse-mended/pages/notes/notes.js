const api = require('../../services/api')

Page({
  data: { notes: [], text: '' },
  onShow() {
    api.get('/notes').then((notes) => this.setData({ notes }))
  },
  type(e) {
    this.setData({ text: e.detail.value })
  },
  /** 先过内容安全检测，通过后才公开 */
  async publish() {
    const { text } = this.data
    const { result } = await wx.cloud.callFunction({ name: 'msgSecCheck', data: { content: text } })
    if (result.suggest !== 'pass') {
      wx.showToast({ title: '内容未通过检测', icon: 'none' })
      return
    }
    await api.post('/notes', { text })
    this.setData({ text: '' })
    wx.showToast({ title: '已提交，审核后展示', icon: 'none' })
  },
  report(e) {
    wx.showActionSheet({
      itemList: ['广告', '不实信息', '其他'],
      success: ({ tapIndex }) => api.post('/reports', { id: e.currentTarget.dataset.id, kind: tapIndex }),
    })
  },
})
