Page({ data: { rooms: ['听松', '观梅'] }, book() { wx.navigateTo({ url: '/pages/guest/guest' }) } })
