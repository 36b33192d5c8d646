const cash = require('../../lib/cash')
Page({ data: { s: '应付停车费', fee: '--' }, onLoad({ no }) { this.no = no; wx.request({ url: 'https://api.loach.example.org/fee', data: { no }, success: ({ data }) => this.setData({ fee: data.fee }) }) }, async pay() { await cash(this.no); this.setData({ s: '已支付' }) } })
