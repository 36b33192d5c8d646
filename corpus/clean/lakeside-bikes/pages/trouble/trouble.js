const bikes = require('../../services/bikes')
Page({ data: { text: '', said: '' }, type(e) { this.setData({ text: e.detail.value }) }, send() { if (!this.data.text.trim()) return this.setData({ said: '请先写下问题' }); bikes.trouble(this.data.text).then(() => this.setData({ said: '已收到，今天内处理', text: '' }), () => this.setData({ said: '没有送出，请拨 400-000-3434' })) } })
