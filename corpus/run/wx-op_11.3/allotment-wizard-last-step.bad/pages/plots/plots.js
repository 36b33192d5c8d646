Page({ data: { plots: [{ n: '甲三', m: 12 }, { n: '乙一', m: 20 }] }, rent(e) { wx.navigateTo({ url: '/pages/rent/rent?n=' + e.currentTarget.dataset.n }) } })
