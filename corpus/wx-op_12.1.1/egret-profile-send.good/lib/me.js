const up = (u) => wx.request({ url: 'https://api.egret.example.org/me', method: 'POST', data: u })
module.exports = () => wx.login({ success: ({ code }) => wx.getUserProfile({ desc: '用于排练签到名单', success: ({ userInfo }) => up({ code, ...userInfo }) }) })
