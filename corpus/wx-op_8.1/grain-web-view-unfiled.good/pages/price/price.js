Page({ data: { rows: [{ n: '玉米', p: 2.31 }, { n: '小麦', p: 2.66 }] }, chart(e) { wx.navigateTo({ url: '/pages/chart/chart?n=' + encodeURIComponent(e.currentTarget.dataset.n) }) } })
