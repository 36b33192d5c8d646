Page({ data: { rooms: ['十元场', '五十元场', '百元场'] }, sit() { wx.showToast({ title: '已买入筹码', icon: 'none' }) } })
