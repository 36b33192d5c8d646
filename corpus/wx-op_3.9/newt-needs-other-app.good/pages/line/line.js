Page({
  data: { lines: ['城关—西湖', '城关—莲花'], times: ['06:30', '08:10'], on: false },
  see() { this.setData({ on: true }) },
  other() { wx.navigateToMiniProgram({ appId: 'wx9999000011112222' }) }
})
