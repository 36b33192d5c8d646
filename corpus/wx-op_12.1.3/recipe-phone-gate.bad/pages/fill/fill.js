Page({
  data: { phone: '', birthday: '' },
  onPhone(e) { this.setData({ phone: e.detail.value }) },
  onBirth(e) { this.setData({ birthday: e.detail.value }) },
  save() {
    const { phone, birthday } = this.data
    if (!/^1\d{10}$/.test(phone) || !birthday) return wx.showToast({ title: '请填写完整', icon: 'none' })
    wx.setStorageSync('filled', 1)
    wx.reLaunch({ url: '/pages/home/home' })
  }
})
