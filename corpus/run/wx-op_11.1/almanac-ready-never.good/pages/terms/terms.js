Page({ data: { list: ['谷雨', '立夏', '小满'] }, open(e) { wx.navigateTo({ url: '/pages/term/term?n=' + e.currentTarget.dataset.n }) } })
