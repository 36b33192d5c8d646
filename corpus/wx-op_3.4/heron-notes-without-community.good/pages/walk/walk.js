Page({ data: { ways: ['湿地环线', '堤岸线'] }, go() { wx.navigateTo({ url: '/pages/notes/notes' }) } })
