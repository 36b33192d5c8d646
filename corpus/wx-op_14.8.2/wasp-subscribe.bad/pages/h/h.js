Page({ data: { g: ['竹篮', '瓷碗'] }, open() { wx.requestSubscribeMessage({ tmplIds: ['a1', 'b2', 'c3'], complete: () => wx.showToast({ title: '订阅成功，领 5 元红包' }) }) } })
