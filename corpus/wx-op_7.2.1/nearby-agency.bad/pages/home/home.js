Page({ data: { cases: ['商城模板', '点餐模板', '名片模板'] }, ask() { wx.makePhoneCall({ phoneNumber: '400-000-7788' }) } })
