Component({ methods: { noop() {}, take() { wx.navigateTo({ url: '/pages/coupon/coupon' }) } } })
