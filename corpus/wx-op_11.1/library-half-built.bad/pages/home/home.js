const menu = [{ k: 'new', t: '新书' }, { k: 'talk', t: '讲座' }, { k: 'map', t: '分馆' }, { k: 'seat', t: '座位' }]
Page({ data: { menu }, go(e) { wx.navigateTo({ url: '/pages/part/part?k=' + e.currentTarget.dataset.k }) } })
