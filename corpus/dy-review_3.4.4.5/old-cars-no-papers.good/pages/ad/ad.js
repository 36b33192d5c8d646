const ads = require('../../data/ads')
Page({ data: { a: {} }, onLoad(q) { this.setData({ a: ads.find((x) => String(x.id) === q.id) || ads[0] }) }, keep() { tt.setStorageSync('keep', this.data.a.id); tt.showToast({ title: '已收藏' }) } })
