Page({ data: { routes: [{ n: '红点', g: 'V2' }, { n: '蓝点', g: 'V4' }, { n: '黑点', g: 'V6' }] }, mine() { wx.navigateTo({ url: '/pages/mine/mine' }) } })
