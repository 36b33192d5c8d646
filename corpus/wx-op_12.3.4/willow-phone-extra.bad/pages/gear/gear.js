const app = getApp()
const ticket = () => {
  const { applicant, course } = app.globalData
  return Object.assign({ course }, applicant && { contact: applicant.mobile })
}
Page({
  toShop(e) {
    wx.navigateToMiniProgram({ appId: 'wxaaaabbbbccccdddd', path: 'pages/' + e.currentTarget.dataset.shop, extraData: ticket() })
  }
})
