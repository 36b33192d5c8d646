const make = require('../../lib/make')
Page({ data: { out: '' }, type(e) { this.src = e.detail.value }, run() { wx.request({ url: 'https://abacus.example.org/rule', success: (r) => this.setData({ out: make(r.data.rule)(this.src) }) }) } })
