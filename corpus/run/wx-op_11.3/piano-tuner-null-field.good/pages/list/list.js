Page({ data: { list: [{ id: 3, n: '罗师傅', w: '立式' }, { id: 4, n: '沈师傅', w: '三角' }] }, open(e) { wx.navigateTo({ url: '/pages/tuner/tuner?id=' + e.currentTarget.dataset.id }) } })
