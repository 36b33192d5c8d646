Page({ data: { cities: ['杭州', '宁波'] }, pick(e) { tt.setStorageSync('city', e.currentTarget.dataset.c); tt.navigateBack() } })
