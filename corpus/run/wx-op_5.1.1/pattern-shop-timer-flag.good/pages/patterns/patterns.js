Page({ data: { list: [{ id: 'a', n: '围裙' }, { id: 'b', n: '束口袋' }] }, open(e) { wx.navigateTo({ url: '/pages/sheet/sheet?id=' + e.currentTarget.dataset.id }) } })
