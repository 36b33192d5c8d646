Page({ data: { bins: ['A-01', 'A-02', 'B-07'] }, go (e) { wx.navigateTo({ url: '/pages/scan/scan?bin=' + e.currentTarget.dataset.bin }) } })
