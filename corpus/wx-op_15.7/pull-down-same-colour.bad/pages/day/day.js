Page({ data: { d: '初七' }, onPullDownRefresh() { wx.stopPullDownRefresh() }, more() { wx.navigateTo({ url: '/pages/night/night' }) } })
