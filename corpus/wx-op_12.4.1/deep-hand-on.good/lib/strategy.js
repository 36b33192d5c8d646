const p = (f) => (o) => new Promise((success, fail) => f({ ...o, success, fail }))
module.exports = new Map([['spot', p((o) => wx.getLocation(o))], ['log', p((o) => wx.getStorage({ ...o, key: 'log' }))]])
