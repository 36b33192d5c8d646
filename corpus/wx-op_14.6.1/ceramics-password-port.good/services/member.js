const post = (data) => new Promise((ok, no) => tt.request({ url: 'https://blue.example.org/in', method: 'POST', data, success: (r) => (r.data.token ? ok(tt.setStorageSync('token', r.data.token)) : no(r)), fail: no }))
exports.sign = (d) => post({ u: d.u, p: d.p })
exports.quick = () => new Promise((success, fail) => tt.login({ success, fail })).then((r) => post({ code: r.code }))
