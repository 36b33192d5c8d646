module.exports = [
  { id: 'douyin', text: '抖音授权登录', on: ['tt'] },
  { id: 'wechat', text: '微信授权登录', on: ['wx'] }, 
  { id: 'sms', text: '短信验证码登录', on: ['tt', 'wx'] }
]
