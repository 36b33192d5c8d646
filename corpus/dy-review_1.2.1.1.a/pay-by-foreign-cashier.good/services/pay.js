const call = (name) => (o) => new Promise((success, fail) => tt[name]({ ...o, success, fail }))
exports.go = (o) => call('requestOrder')({ data: o.data, byteAuthorization: o.auth }).then((r) => call('getOrderPayment')({ orderId: r.orderId }))
