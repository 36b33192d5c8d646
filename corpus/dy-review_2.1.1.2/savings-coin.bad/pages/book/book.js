const t = require('../../more/i18n')
Page({ data: { t, sum: 0 }, add(e) { this.setData({ sum: this.data.sum + Number(e.detail.value || 0) }) }, more() { tt.navigateTo({ url: '/more/p/p' }) } })
