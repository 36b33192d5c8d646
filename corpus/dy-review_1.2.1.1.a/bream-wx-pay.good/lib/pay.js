const host = tt
exports.pay = (o) => new Promise((ok, no) => host.requestOrder({ data: o.data, byteAuthorization: o.auth, success: ({ orderId }) => host.getOrderPayment({ orderId, success: ok, fail: no }), fail: no }))
