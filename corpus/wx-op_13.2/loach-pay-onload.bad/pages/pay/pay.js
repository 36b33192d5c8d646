const cash = require('../../lib/cash')
Page({ data: { s: '请稍候' }, async onLoad({ no }) { await cash(no); this.setData({ s: '已完成' }) } })
