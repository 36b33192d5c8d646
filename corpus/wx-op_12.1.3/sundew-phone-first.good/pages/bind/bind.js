Page({
  got({ detail }) {
    if (!detail.code) return
    wx.request({ url: 'https://api.sundew.example.org/bind', method: 'POST', data: { code: detail.code }, success: (r) => { wx.setStorageSync('token', r.data.token); this.later() } })
  },
  out() { wx.removeStorageSync('token'); this.later() },
  later() { wx.reLaunch({ url: '/pages/shop/shop' }) }
})
