Page({ data: { jobs: ['改裤脚', '换拉链', '收腰'], on: false }, onShow() { this.setData({ on: !!tt.getStorageSync('account') }) }, join() { tt.navigateTo({ url: '/pages/join/join' }) } })
