Page({ data: { b: ['雪国'] }, go() { wx.navigateTo({ url: '/pages/d/d' }) } })
