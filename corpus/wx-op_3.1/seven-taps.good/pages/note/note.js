Page({
  save () { wx.navigateBack() },
  onShareAppMessage () { return { title: '我的一条便签', path: '/pages/quick/quick?from=share' } },
  preview () { wx.navigateTo({ url: '/pages/quick/quick' }) }
})
