const ids = { partner: 'wx00000000000000c9', map: 'wx00000000000000c8' }
module.exports = (name) => new Promise((success, fail) => wx.navigateToMiniProgram({ appId: ids[name], success, fail }))
