Page({ data: { list: [{ id: 1, t: '小刺猬搬家' }, { id: 2, t: '月亮船' }] }, open (e) { wx.navigateTo({ url: '/player/play/play?id=' + e.currentTarget.dataset.id }) } })
