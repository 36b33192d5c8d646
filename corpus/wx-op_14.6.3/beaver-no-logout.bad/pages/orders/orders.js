Page({ data: { list: [] }, onLoad() { wx.request({ url: 'https://api.beaver.example.org/orders', success: (r) => this.setData({ list: r.data }) }) } })
