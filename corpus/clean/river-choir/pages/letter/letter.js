const choir = require('../../services/choir')
Page({ data: { text: '', said: '' }, type(e) { this.setData({ text: e.detail.value }) }, send() { if (!this.data.text.trim()) return this.setData({ said: '请先写下内容' }); choir.letter(this.data.text).then(() => this.setData({ said: '已收到，一周内答复', text: '' }), () => this.setData({ said: '没有送出，请写邮件到 sing@riverchoir.example.org' })) } })
