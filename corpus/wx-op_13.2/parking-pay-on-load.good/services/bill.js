const ask = (url, data) => new Promise((success, fail) => wx.request({ url, data, success: (r) => success(r.data), fail }))
exports.find = (plate) => ask('https://park.example.org/bill', { plate })
exports.order = (bill) => ask('https://park.example.org/order', { id: bill.id })
exports.pay = (o) => new Promise((success, fail) => wx.requestPayment({ ...o, success, fail }))
