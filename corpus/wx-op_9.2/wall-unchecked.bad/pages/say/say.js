Page({
  async send (e) {
    await wx.cloud.database().collection('notes').add({ data: { text: e.detail.value.text, at: Date.now() } }) 
    wx.navigateBack()
  }
})
