const stay = () => setTimeout(() => wx.navigateTo({ url: '/pages/walk/walk' }), 60)
Page({ data: { step: 1 }, onUnload: stay, next() { this.setData({ step: this.data.step + 1 }) } })
