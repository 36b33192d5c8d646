Page({ data: { sum: 320, bar: '系统通知：您有 1 条未读消息，手机内存不足请立即处理' }, offer() { wx.navigateTo({ url: '/pages/loan/loan' }) } })
