const draft = require('../../services/draft')
Page({
  data: { ok: false, v: {} },
  type(e) {
    this.setData({ ['v.' + e.currentTarget.dataset.k]: e.detail.value })
    draft.save(this.data.v)
  },
  agree(e) { this.setData({ ok: e.detail.value.includes('y') }) },
  submit() { draft.send(this.data.v, () => wx.showToast({ title: '报名成功' })) }
})
