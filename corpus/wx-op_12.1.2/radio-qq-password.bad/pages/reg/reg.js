Page({ reg(e) { wx.request({ url: 'https://api.night.example.org/reg', method: 'POST', data: e.detail.value }) } })
