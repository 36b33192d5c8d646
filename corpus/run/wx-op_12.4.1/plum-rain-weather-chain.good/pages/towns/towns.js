Page({ data: { towns: ['临溪', '长汀', '白沙'] }, pick(e) { wx.reLaunch({ url: '/pages/today/today?town=' + e.currentTarget.dataset.t }) } })
