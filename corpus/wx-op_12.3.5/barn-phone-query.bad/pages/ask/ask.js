Page({
  data: { tel: '' },
  next() {
    wx.navigateTo({ url: `/pages/talk/talk?tel=${this.data.tel}` })
  }
})
