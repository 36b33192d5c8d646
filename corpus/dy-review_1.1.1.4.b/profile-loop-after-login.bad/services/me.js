const K = 'me'
exports.read = () => tt.getStorageSync(K) || null
exports.ask = () => new Promise((ok, no) => tt.getUserProfile({ success: (r) => { tt.setStorageSync(K, r.userInfo); ok(r.userInfo) }, fail: no }))
