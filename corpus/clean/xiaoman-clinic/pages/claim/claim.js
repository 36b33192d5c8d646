const clinic = require('../../services/clinic')
Page({ data: { text: '', said: '' }, type(e) { this.setData({ text: e.detail.value }) }, send() { if (!this.data.text.trim()) return this.setData({ said: '请先写下内容' }); clinic.claim(this.data.text).then(() => this.setData({ said: '已受理，两个工作日内电话回复', text: '' }), () => this.setData({ said: '没有送出，请拨 400-000-7878' })) } })
