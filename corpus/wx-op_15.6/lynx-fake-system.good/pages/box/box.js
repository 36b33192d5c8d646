Page({ data: { m: [] }, onLoad() { wx.request({ url: 'https://api.lynx.example.org/box', success: (r) => this.setData({ m: r.data }) }) } })
