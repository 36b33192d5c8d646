const school = require('../../services/school')
Page({ data: { text: '', said: '' }, type(e) { this.setData({ text: e.detail.value }) }, send() { if (!this.data.text.trim()) return this.setData({ said: '请先写下内容' }); school.feedback(this.data.text).then(() => this.setData({ said: '已收到，两个工作日内答复', text: '' }), () => this.setData({ said: '没有送出，请拨 400-000-4545' })) } })
