const user = '抖音用户'
module.exports = [{ text: user + '一键登录', open: 'getPhoneNumber' }]
