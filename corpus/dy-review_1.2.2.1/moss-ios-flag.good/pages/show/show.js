const { pay, label } = require('../../lib/pay')
Page({ data: { label, parts: [{ no: 1, free: true }, { no: 2 }] }, open(e) { const part = this.data.parts[e.currentTarget.dataset.no - 1]; part.free ? tt.showToast({ title: '播放' }) : pay(part.no) } })
