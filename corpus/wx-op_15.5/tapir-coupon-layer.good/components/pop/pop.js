Component({ methods: { noop() {}, shut() { this.triggerEvent('close') }, take() { wx.navigateTo({ url: '/pages/coupon/coupon' }) } } })
