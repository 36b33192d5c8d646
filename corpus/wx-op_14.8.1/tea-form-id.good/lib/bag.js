exports.put = (done) => wx.requestSubscribeMessage({ tmplIds: ['order-ready-0001'], complete: () => wx.request({ url: 'https://tea.example.org/orders', method: 'POST', success: done }) })
