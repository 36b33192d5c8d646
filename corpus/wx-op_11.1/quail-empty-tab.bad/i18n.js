module.exports = { mall: { soon: '功能开发中，敬请期待' } }
