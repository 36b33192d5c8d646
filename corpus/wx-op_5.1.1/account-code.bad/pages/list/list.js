Page({ data: { docs: [{ id: 1, t: '会议纪要模板' }, { id: 2, t: '周报模板' }] }, open (e) { wx.navigateTo({ url: '/pages/doc/doc?id=' + e.currentTarget.dataset.id }) } })
