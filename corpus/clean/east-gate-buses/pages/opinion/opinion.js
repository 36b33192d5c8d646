const bus = require('../../services/bus')
Page({ data: { text: '', said: '' }, type(e) { this.setData({ text: e.detail.value }) }, send() { if (!this.data.text.trim()) return this.setData({ said: '请先写下内容' }); bus.opinion(this.data.text, () => this.setData({ said: '已收到，三天内处理', text: '' }), () => this.setData({ said: '没有送出，请拨 400-000-5656' })) } })
