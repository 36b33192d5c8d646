const brand = '夜航'
module.exports = { title: `用${brand}账号登录`, a: `${brand}账号`, b: `${brand}密码` }
