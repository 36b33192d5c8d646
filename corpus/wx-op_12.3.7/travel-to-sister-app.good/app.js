App({
  globalData: { member: {} },
  onLaunch() { this.globalData.member = wx.getStorageSync('member') || { openid: '', phone: '', birthday: '' } }
})
