const rules = require('../../lib/rules')
Page({ data: { rows: ['周一 早', '周二 晚'], note: '' }, onLoad() { rules.load((note) => this.setData({ note })) } })
