const isDouyin = typeof tt !== 'undefined'
exports.pay = (o) => new Promise((success, fail) => (isDouyin ? tt.pay({ orderInfo: o, service: 5, success, fail }) : wx.requestPayment({ ...o, success, fail })))
