Page({ data: { has: '' }, onShow() { this.setData({ has: wx.getStorageSync('phone') }) }, drop() { wx.removeStorageSync('phone'); this.onShow() } })
