Page({ call() { wx.makePhoneCall({ phoneNumber: '4000001234' }) } })
