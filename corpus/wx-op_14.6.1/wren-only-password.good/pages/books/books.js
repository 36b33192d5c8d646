Page({ data: { list: ['山月记', '雪国'] }, me() { wx.navigateTo({ url: '/pages/in/in' }) } })
