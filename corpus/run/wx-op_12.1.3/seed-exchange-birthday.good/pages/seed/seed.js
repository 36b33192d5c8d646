Page({ data: { id: 1 }, onLoad(q) { this.setData({ id: q.id || 1 }) }, want() { wx.showToast({ title: '已告诉邻居', icon: 'none' }) } })
