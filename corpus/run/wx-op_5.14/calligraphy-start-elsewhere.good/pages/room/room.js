Page({ data: { list: ['藏锋', '中锋', '提按'] }, call() { wx.redirectTo({ url: '/pages/desk/desk' }) } })
