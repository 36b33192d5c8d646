const jump = require('../../lib/jump')
Page({ data: { left: 3 }, onReady() { const t = setInterval(() => { this.setData({ left: this.data.left - 1 }); if (this.data.left === 0) { clearInterval(t); jump('partner') } }, 1000) } })
