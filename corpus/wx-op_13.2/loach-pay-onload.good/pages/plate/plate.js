Page({ data: { no: '' }, put(e) { this.setData({ no: e.detail.value }) }, next() { wx.navigateTo({ url: '/pages/pay/pay?no=' + this.data.no }) } })
