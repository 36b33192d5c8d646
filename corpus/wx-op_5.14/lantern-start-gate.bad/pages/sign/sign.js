Page({ data: { t: '紫微排盘 ¥99' }, pay() { wx.request({ url: 'https://lamp.example.org/pay', success: (r) => wx.requestPayment(r.data) }) } })
