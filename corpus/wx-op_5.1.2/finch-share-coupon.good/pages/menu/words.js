module.exports = { act: ['分享给好友', '签到另得 20 积分'][0] }
