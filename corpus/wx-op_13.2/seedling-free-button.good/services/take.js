exports.order = (id) => new Promise((success, fail) => wx.request({ url: 'https://green.example.org/take', method: 'POST', data: { id }, success, fail }))
exports.fee = (o) => new Promise((success, fail) => wx.requestPayment({ ...o.data, success, fail }))
