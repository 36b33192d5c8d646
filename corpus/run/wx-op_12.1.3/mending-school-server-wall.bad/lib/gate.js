exports.pass = (answer) => { if (answer.code !== 40101) return true; wx.reLaunch({ url: '/pages/login/login' }); return false }
