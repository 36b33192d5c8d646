Page({ data: { t: '' }, onLoad(q) { this.setData({ t: q.t || '' }) }, visits() { wx.switchTab({ url: '/pages/visits/visits' }) } })
