module.exports = { act: ['分享给好友', '立得 20 积分'].join('，') }
