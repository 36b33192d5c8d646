const host = typeof wx !== 'undefined' ? wx : tt
exports.pay = (o) => new Promise((success, fail) => (host.requestPayment ? host.requestPayment({ ...o, success, fail }) : fail({ errMsg: 'none' })))
