const shelf = require('../../lib/shelf')
Page({ data: { list: [] }, onShow() { this.setData({ list: shelf.read('saved') }) }, dish(e) { tt.navigateTo({ url: '/pages/dish/dish?id=' + e.currentTarget.dataset.id }) }, find() { tt.switchTab({ url: '/pages/home/home' }) } })
