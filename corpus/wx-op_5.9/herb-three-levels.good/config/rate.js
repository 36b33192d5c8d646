// 三级只是配送进度：打包 / 在途 / 签收
module.exports = { tip: 6, steps: ['打包', '在途', '签收'] }
