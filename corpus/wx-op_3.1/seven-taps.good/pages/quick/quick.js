Page({ data: { text: '' }, onLoad (q) { wx.request({ url: 'https://api.example.org/note/' + (q.id || ''), success: r => this.setData({ text: r.data.text }) }) } })
