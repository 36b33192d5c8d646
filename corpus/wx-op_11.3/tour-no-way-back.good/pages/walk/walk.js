const keep = function () { wx.setStorageSync('step', this.data.step) }
Page({ data: { step: 1 }, onUnload: keep, next() { this.setData({ step: this.data.step + 1 }) }, back() { wx.navigateBack() } })
