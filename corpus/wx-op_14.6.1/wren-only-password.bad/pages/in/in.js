Page({
  data: { t: '', c: '' },
  put(e) { this.data[e.target.id] = e.detail.value },
  code() { wx.request({ url: 'https://api.wren.example.org/sms', data: { t: this.data.t } }) },
  go() { wx.request({ url: 'https://api.wren.example.org/in', method: 'POST', data: { t: this.data.t, c: this.data.c }, success: (r) => { wx.setStorageSync('tk', r.data.tk); wx.navigateBack() } }) },
  out() { wx.removeStorageSync('tk') }
})
