const http = require('../lib/http')
exports.mine = (phone) => http.get('/parcels', { phone })
exports.take = (code, phone) => http.post('/take', { code, phone })
