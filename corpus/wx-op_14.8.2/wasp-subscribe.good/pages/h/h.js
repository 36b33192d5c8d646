Page({ data: { g: ['竹篮', '瓷碗'] }, open() { wx.showToast({ title: '到店可看', icon: 'none' }) }, remind() { wx.requestSubscribeMessage({ tmplIds: ['a1'] }) } })
