Page({ data: { offers: [{ t: '极速借款', max: 50000 }] }, apply () { wx.request({ url: 'https://api.example.org/loan', method: 'POST' }) } })
