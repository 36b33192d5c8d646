const where = { in: '/pages/home/home', out: '/pages/door/door' }
exports.check = () => { const side = tt.getStorageSync('kite') ? 'in' : 'out'; tt.reLaunch({ url: where[side] }) }
exports.pass = (data) => tt.request({ url: 'https://kite.example.org/phone', method: 'POST', data, success: () => { tt.setStorageSync('kite', 1); tt.reLaunch({ url: where.in }) } })
