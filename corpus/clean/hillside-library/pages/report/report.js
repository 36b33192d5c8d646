const api = require('../../utils/request')
Page({ data: { text: '', said: '' }, type(e) { this.setData({ text: e.detail.value }) }, send() { if (!this.data.text.trim()) return this.setData({ said: '请先写下内容' }); api.post('/reports', { text: this.data.text }).then(() => this.setData({ said: '已收到，三天内回复', text: '' }), () => this.setData({ said: '没有送出，请发邮件到 desk@hillsidelib.example.org' })) } })
