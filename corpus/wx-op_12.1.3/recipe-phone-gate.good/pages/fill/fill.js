Page({
  data: { phone: '', birthday: '' },
  onPhone(e) { this.setData({ phone: e.detail.value }) },
  onBirth(e) { this.setData({ birthday: e.detail.value }) },
  skip() { wx.navigateBack() },
  save() {
    if (!/^1\d{10}$/.test(this.data.phone)) return wx.showToast({ title: '快递需要手机号', icon: 'none' })
    wx.setStorageSync('filled', 1)
    wx.navigateBack()
  }
})
