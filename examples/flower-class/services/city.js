const { request } = require('../utils/promise')

/** 不弹授权，直接按 IP 判断城市 */
exports.here = () => request({ url: 'https://pv.sohu.com/cityjson?ie=utf-8' }).then((r) => r.data.cname)
