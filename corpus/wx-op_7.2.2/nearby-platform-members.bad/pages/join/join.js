Page({ data: { v: '' }, type(e) { this.setData({ v: e.detail.value }) }, send() { wx.request({ url: 'https://inn.example.org/hosts', method: 'POST', data: { v: this.data.v } }) } })
