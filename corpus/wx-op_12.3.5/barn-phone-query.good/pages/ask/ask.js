Page({
  data: { tel: '' },
  next() {
    wx.navigateTo({ url: '/pages/talk/talk', success: (r) => r.eventChannel.emit('tel', { tel: this.data.tel }) })
  }
})
