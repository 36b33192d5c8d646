const { submit } = require('../../services/note')
Page({
  data: { notes: [], text: '' },
  type(e) { this.data.text = e.detail.value },
  send() { submit(this.data.text).then((n) => this.setData({ notes: this.data.notes.concat(n) }), () => wx.showToast({ title: '内容未通过检查', icon: 'none' })) }
})
