Page({ data: { fee: 30 }, pay() { wx.request({ url: 'https://api.newt.example.org/pay', success: (r) => wx.requestPayment(r.data) }) } })
