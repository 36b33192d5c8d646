Page({ data: { books: [{ id: 1, n: '船坞纪事' }, { id: 2, n: '盐道' }] }, open(e) { wx.navigateTo({ url: '/pages/read/read?id=' + e.currentTarget.dataset.id }) } })
