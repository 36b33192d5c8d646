Page({ data: { list: [{ id: 1, n: '蚯蚓降龙' }, { id: 2, n: '七星聚会' }] }, open(e) { wx.navigateTo({ url: '/pages/answer/answer?id=' + e.currentTarget.dataset.id }) } })
