const t = { daily: 'tmpl-daily-01' }
exports.ask = () => wx.requestSubscribeMessage({ tmplIds: [t.daily] })
