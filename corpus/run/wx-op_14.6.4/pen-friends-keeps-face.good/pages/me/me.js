Page({
  data: { card: null },
  onShow() { this.setData({ card: wx.getStorageSync('card') || null }) },
  renew() {
    wx.getUserProfile({
      desc: '显示在你寄出的信上',
      success: (r) => { wx.setStorageSync('card', r.userInfo); this.setData({ card: r.userInfo }) },
      fail: () => { wx.removeStorageSync('card'); this.setData({ card: null }); wx.showToast({ title: '已清除名片', icon: 'none' }) }
    })
  }
})
