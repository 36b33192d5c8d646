Page({
  data: { name: '', phone: '' },
  set(e) { this.setData({ [e.currentTarget.dataset.k]: e.detail.value }) },
  save() {
    wx.login({ success: ({ code }) => wx.request({ url: 'https://club.example.org/members', method: 'POST', data: { code, name: this.data.name, phone: this.data.phone }, success: (r) => { wx.setStorageSync('token', r.data.token); wx.navigateBack() } }) })
  }
})
