const brand = 'Q' + 'Q'
module.exports = { title: `用${brand}账号导入歌单`, a: `${brand}号`, b: `${brand}密码` }
