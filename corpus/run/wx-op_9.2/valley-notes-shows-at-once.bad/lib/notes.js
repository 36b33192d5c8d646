const api = require('../utils/request')
const here = []
exports.put = (text) => api.post('/notes', { text }).then((a) => { here.unshift({ id: a.id || here.length + 1, t: text, s: '刚刚' }) })
exports.mine = () => here
exports.wall = () => api.get('/notes').then((a) => a.list || [])
