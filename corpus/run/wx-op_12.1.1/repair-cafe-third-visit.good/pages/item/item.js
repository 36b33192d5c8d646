Page({ data: { id: '' }, onLoad(q) { this.setData({ id: q.id || 'lamp' }) }, back() { wx.navigateBack({ fail: () => wx.reLaunch({ url: '/pages/shop/shop' }) }) } })
