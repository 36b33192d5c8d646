Page({ data: { l: ['水费', '电费'] }, go() { wx.navigateTo({ url: '/pages/p/p' }) } })
