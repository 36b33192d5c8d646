const words = require('../../config/words')
Page({ data: { out: '', help: words('help') }, n(e) { this.setData({ out: Number(e.detail.value) * 1.32 + ' 克' }) }, copy() { tt.setClipboardData({ data: words('id') }) } })
