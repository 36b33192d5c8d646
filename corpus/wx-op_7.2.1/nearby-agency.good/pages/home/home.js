Page({ data: { cases: ['单排扣', '双排扣', '礼服'] }, ask() { wx.makePhoneCall({ phoneNumber: '400-000-7788' }) } })
