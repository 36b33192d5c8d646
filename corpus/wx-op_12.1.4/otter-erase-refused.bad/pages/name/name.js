Page({ save(e) { wx.request({ url: 'https://api.otter.example.org/name', method: 'POST', data: e.detail.value }) } })
