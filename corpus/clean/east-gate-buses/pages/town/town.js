Page({ data: { towns: ['东门', '南湖', '北仓', '西郊'] }, pick(e) { tt.setStorageSync('town', e.currentTarget.dataset.t); tt.navigateBack({ fail: () => tt.switchTab({ url: '/pages/home/home' }) }) } })
