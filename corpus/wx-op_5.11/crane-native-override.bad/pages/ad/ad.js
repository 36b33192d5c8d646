Page({ data: { to: '' }, onLoad(q) { this.setData({ to: q.to }) }, go() { wx.redirectTo({ url: decodeURIComponent(this.data.to) }) } })
