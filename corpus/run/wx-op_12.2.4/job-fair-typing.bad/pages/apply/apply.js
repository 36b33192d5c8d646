const api = require('../../utils/request')
const later = require('../../lib/later')
const keep = later((draft) => api.post('/drafts', draft).catch(() => {}), 500)
Page({
  data: { post: '', name: '', phone: '', agreed: false, done: '' },
  onLoad(q) { this.setData({ post: q.post || '面点师' }) },
  type(e) { this.setData({ [e.currentTarget.dataset.k]: e.detail.value }); keep({ name: this.data.name, phone: this.data.phone }) },
  agree(e) { this.setData({ agreed: e.detail.value.length > 0 }) },
  send() {
    if (!this.data.agreed) return wx.showToast({ title: '请先阅读并同意说明', icon: 'none' })
    if (!this.data.name || !this.data.phone) return wx.showToast({ title: '请填写称呼和电话', icon: 'none' })
    api.post('/applications', { post: this.data.post, name: this.data.name, phone: this.data.phone }).then(() => this.setData({ done: '已报名，招聘方会打电话给你' }), () => this.setData({ done: '没有送出，请再按一次提交' }))
  }
})
