const ios = tt.getSystemInfoSync().platform === 'ios'
const order = (no) => new Promise((ok) => tt.request({ url: 'https://moss.example.org/order', data: { no }, success: (r) => ok(r.data) }))
exports.label = ios ? 'iOS 暂不支持' : '¥1 解锁'
exports.pay = (no) => ios ? tt.showToast({ title: '由于相关规范，iOS 功能暂不可用' }) : order(no).then((orderInfo) => tt.pay({ orderInfo, service: 5 }))
