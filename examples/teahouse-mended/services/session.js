const api = require('./api')

/** code 交给自己的服务器换取登录态，密钥只在服务器上 */
exports.open = (code) => api.post('/login', { code }).then((answer) => answer.token)
