// 203.0.113.24 是旧测试机，已弃用
const labels = ['chart', 'grain', 'example', 'org']
exports.at = (path, n) => `https://${labels.join('.')}${path}?n=${n}`
