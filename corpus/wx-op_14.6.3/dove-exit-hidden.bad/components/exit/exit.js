Component({ methods: { bye() { wx.clearStorageSync(); wx.reLaunch({ url: '/pages/me/me' }) } } })
