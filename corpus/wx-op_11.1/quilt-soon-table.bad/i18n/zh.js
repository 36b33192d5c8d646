module.exports = { pattern: '花样', order: '订制', class: '课程', later: '功能开发中，敬请期待' }
