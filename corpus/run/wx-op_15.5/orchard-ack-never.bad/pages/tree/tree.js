Page({ data: { id: 7 }, onLoad(q) { this.setData({ id: q.id || 7 }) }, visit() { wx.showModal({ title: '到场看树', content: '周六上午九点在园门集合', showCancel: false }) } })
