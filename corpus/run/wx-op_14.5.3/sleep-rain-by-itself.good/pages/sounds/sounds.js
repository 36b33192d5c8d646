Page({ data: { list: [{ id: 'roof', n: '瓦檐' }, { id: 'tent', n: '帐篷' }, { id: 'leaf', n: '芭蕉' }] }, open(e) { wx.navigateTo({ url: '/pages/play/play?id=' + e.currentTarget.dataset.id }) } })
