Page({ data: { list: ['周工·配色', '林工·翻新'] }, call() { wx.makePhoneCall({ phoneNumber: '4000005678' }) } })
