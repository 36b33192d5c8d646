const http = require('../../lib/http')
Page({ data: { text: '', said: '' }, type(e) { this.setData({ text: e.detail.value }) }, send() { if (!this.data.text.trim()) return this.setData({ said: '请先写下内容' }); http('POST', '/reports', { text: this.data.text }).then(() => this.setData({ said: '已收到，编辑会尽快处理', text: '' }), () => this.setData({ said: '没有送出，请写邮件到 stove@homekitchen.example.org' })) } })
