const notes = require('../../lib/notes')
Page({
  data: { text: '', said: '' },
  type(e) { this.setData({ text: e.detail.value }) },
  send() {
    if (!this.data.text.trim()) return wx.showToast({ title: '写一句话', icon: 'none' })
    notes.put(this.data.text).then(() => wx.navigateBack({ fail: () => wx.reLaunch({ url: '/pages/wall/wall' }) }), () => this.setData({ said: '内容没有通过检查，没有贴出' }))
  }
})
