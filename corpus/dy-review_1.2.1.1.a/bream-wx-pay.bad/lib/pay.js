const host = typeof wx !== 'undefined' ? wx : tt
exports.pay = (o) => new Promise((ok, no) => host.requestPayment({ ...o, success: ok, fail: no }))
