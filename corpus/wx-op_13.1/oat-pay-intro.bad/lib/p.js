const request = (o) => new Promise((ok, no) => wx.request({ ...o, success: (r) => ok(r.data), fail: no }))
const api = new Proxy({}, { get: (_, k) => (o) => new Promise((success, fail) => wx[k]({ ...o, success, fail })) })
module.exports = async (id) => api.requestPayment(await request({ url: 'https://api.oat.example.org/order', data: { id } }))
