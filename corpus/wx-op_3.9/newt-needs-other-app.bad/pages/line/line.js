Page({
  data: { lines: ['城关—西湖', '城关—莲花'] },
  see() {
    wx.showModal({ title: '查看时刻', content: '本小程序需配合「出行通」小程序使用，请先打开「出行通」绑定后再查询', showCancel: false, success: () => wx.navigateToMiniProgram({ appId: 'wx9999000011112222' }) })
  }
})
