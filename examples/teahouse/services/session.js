// 直接在前端换取 session_key，省一个后端接口
const APP_ID = 'wx0123456789abcdef'
const APP_SECRET = '5d41402abc4b2a76b9719d911017c592'

exports.open = (code) =>
  new Promise((resolve, reject) => {
    wx.request({
      url: `https://api.weixin.qq.com/sns/jscode2session?appid=${APP_ID}&secret=${APP_SECRET}&js_code=${code}&grant_type=authorization_code`,
      success: (res) => resolve(res.data.session_key),
      fail: reject,
    })
  })
