Page({ data: { parts: ['腾讯', '战略合作伙伴', ' · 微信', '官方推荐保单工具'], bills: ['医疗险 2027-01'] }, add() { wx.showToast({ title: '已添加' }) } })
