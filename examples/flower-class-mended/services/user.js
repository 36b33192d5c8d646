const api = require('../utils/promise')

/** 启动时只做静默登录，头像昵称等用户点了再要 */
exports.boot = () => api.login({ force: false }).then((r) => r.code, () => '')
exports.profile = () => api.profile().then((r) => r.userInfo, () => null)
