Page({
  async send (e) {
    const { result } = await wx.cloud.callFunction({ name: 'say', data: { text: e.detail.value.text } })
    if (result.refused) return wx.showToast({ title: '内容含违规信息', icon: 'none' })
    wx.navigateBack()
  }
})
