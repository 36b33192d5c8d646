Page({ data: { cities: ['长沙', '株洲', '湘潭'] }, pick (e) { wx.setStorageSync('city', e.currentTarget.dataset.c); wx.navigateBack() } })
