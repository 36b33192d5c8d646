Page({ data: { on: false }, onShow() { this.setData({ on: !!tt.getStorageSync('me') }) }, back() { tt.navigateBack({ fail: () => tt.reLaunch({ url: '/pages/menu/menu' }) }) } })
