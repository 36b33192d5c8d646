Page({ data: { r: { to: '东集', people: [] } }, onLoad() { const r = getApp().globalData.ride; if (r) this.setData({ r }) }, call() { wx.makePhoneCall({ phoneNumber: '400-000-5252' }) } })
