const api = require('../utils/request')
const fine = (a) => a.code === 0
exports.enter = (info) => api.post('/session', { nick: info.nickName }).then((a) => { if (!fine(a)) throw new Error(a.message); tt.setStorageSync('me', a.user) })
