Page({ data: { list: [{ id: 'thread', n: '线装' }, { id: 'coptic', n: '科普特装' }] }, open(e) { wx.navigateTo({ url: '/pages/ask/ask?id=' + e.currentTarget.dataset.id }) } })
