module.exports = (url, data) => new Promise((success, fail) => wx.request({ url, data, method: 'POST', success, fail }))
