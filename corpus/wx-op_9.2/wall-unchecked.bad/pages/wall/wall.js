Page({
  data: { notes: [] },
  async onShow () {
    const { data } = await wx.cloud.database().collection('notes').orderBy('at', 'desc').limit(20).get()
    this.setData({ notes: data })
  },
  report (e) { wx.cloud.database().collection('reports').add({ data: { id: e.currentTarget.dataset.id } }).then(() => wx.showToast({ title: '已举报' })) },
  say () { wx.navigateTo({ url: '/pages/say/say' }) }
})
