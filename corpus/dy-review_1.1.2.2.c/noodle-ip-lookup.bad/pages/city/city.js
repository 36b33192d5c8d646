Page({ pick(e) { tt.setStorageSync('city', e.currentTarget.dataset.c) } })
