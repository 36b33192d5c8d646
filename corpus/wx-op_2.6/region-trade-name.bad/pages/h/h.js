Page({ data: { p: ['小车 198', '大车 398'] }, call() { wx.makePhoneCall({ phoneNumber: '4000009999' }) } })
