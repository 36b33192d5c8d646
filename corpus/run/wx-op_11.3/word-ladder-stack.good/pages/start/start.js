Page({ data: { words: ['山水', '水流', '流云'] }, go(e) { wx.navigateTo({ url: '/pages/link/link?w=' + e.currentTarget.dataset.w + '&n=1' }) } })
