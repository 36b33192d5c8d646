Page({ data: { ids: [101, 102] }, open(e) { wx.navigateTo({ url: '/pages/result/result?id=' + e.currentTarget.dataset.id }) } })
