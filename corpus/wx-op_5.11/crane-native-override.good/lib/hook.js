const raw = wx.navigateTo
module.exports = { navigateTo: (o) => { console.info('go', o.url); return raw(o) } }
