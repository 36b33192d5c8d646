const user = '抖音用户'
module.exports = [{ text: user + '手机号授权登录', open: 'getPhoneNumber' }, { text: '账号一键登录', open: '' }]
