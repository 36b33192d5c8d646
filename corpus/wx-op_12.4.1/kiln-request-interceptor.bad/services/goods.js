const http = require('../lib/http')
exports.list = () => http({ path: '/goods' })
