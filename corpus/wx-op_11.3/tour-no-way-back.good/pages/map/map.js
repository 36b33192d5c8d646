Page({ data: { list: ['钟楼', '会馆'] }, start() { wx.navigateTo({ url: '/pages/walk/walk' }) } })
