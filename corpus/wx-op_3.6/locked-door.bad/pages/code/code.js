Page({
  data: { tip: '请输入激活码后使用，激活码可付费 29.9 元获取' }, 
  onLoad () { if (wx.getStorageSync('active')) wx.redirectTo({ url: '/pages/home/home' }) },
  type (e) { this.code = e.detail.value },
  go () { wx.request({ url: 'https://api.example.org/active', data: { code: this.code }, success: r => { if (r.data.ok) { wx.setStorageSync('active', 1); wx.redirectTo({ url: '/pages/home/home' }) } } }) }
})
