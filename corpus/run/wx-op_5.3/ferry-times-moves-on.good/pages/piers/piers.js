Page({ data: { piers: [{ id: 'n', n: '北渡', t: '每半小时' }, { id: 'g', n: '瓜渚', t: '每小时' }] }, open(e) { wx.navigateTo({ url: '/pages/trip/trip?id=' + e.currentTarget.dataset.id }) } })
