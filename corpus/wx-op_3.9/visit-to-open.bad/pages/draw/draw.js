Page({ data: { frames: ['中秋', '国庆'] }, use (e) { wx.navigateTo({ url: '/pages/save/save?f=' + e.currentTarget.dataset.f }) } })
