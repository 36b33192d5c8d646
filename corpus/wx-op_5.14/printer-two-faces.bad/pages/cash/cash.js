Page({ data: { head: '急用钱，30 秒到账' }, go() { wx.navigateTo({ url: '/pages/tool/tool' }) } })
