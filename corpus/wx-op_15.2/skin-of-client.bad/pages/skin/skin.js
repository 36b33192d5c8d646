Page({ data: { skins: ['樱花微信', '暗夜微信'] }, none() {}, wear(e) { wx.setStorageSync('skin', e.type); wx.showToast({ title: '已美化微信' }) } })
