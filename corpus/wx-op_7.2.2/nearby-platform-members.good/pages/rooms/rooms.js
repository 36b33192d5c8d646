Page({ data: { rooms: [{ n: '东院·潮声', h: '自营' }, { n: '西院·渔火', h: '自营' }] }, call() { wx.makePhoneCall({ phoneNumber: '0000-5566' }) } })
