Page({ data: { days: ['双子座流星雨', '月掩金星'] }, ad() { wx.navigateTo({ url: '/pages/x/x' }) }, top() { wx.pageScrollTo({ scrollTop: 0 }) } })
