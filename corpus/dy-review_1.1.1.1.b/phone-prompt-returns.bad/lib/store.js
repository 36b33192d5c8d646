const key = (v) => ['phone', v].join('_')
exports.bind = () => tt.setStorageSync(key('v2'), 1)
exports.bound = () => tt.getStorageSync(key('v1')) === 1
