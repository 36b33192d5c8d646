const call = (name) => (o = {}) => new Promise((success, fail) => tt[name]({ ...o, success, fail }))
module.exports = { request: call('request'), modal: call('showModal'), locate: call('getLocation'), order: call('requestOrder'), pay: call('getOrderPayment'), sheet: call('showActionSheet') }
