const api = require('../utils/request')
let me = null
exports.login = (code) => api.post('/phone', { code }).then((a) => { me = a; tt.setStorageSync('me', a) })
exports.known = () => { const m = me || tt.getStorageSync('me') || {}; return m.bound === true }
