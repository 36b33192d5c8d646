Page({ data: { port: '西湾', high: 312 }, onShow() { const p = wx.getStorageSync('port'); if (p) this.setData({ port: p.n, high: p.h }) }, choose() { wx.navigateTo({ url: '/pages/port/port' }) } })
