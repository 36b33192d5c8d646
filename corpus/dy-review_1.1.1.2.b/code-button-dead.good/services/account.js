exports.quick = () => tt.login({ success: (r) => tt.request({ url: 'https://fish.example.org/login', data: { code: r.code } }) })
exports.send = (tel, success) => tt.request({ url: 'https://fish.example.org/code', method: 'POST', data: { tel }, success })
exports.sms = (d) => tt.request({ url: 'https://fish.example.org/sms', method: 'POST', data: { tel: d.tel, code: d.code } })
