const saved = require('../../lib/saved')
Page({ data: { list: [] }, onShow() { this.setData({ list: saved.all() }) }, open(e) { tt.navigateTo({ url: '/pages/line/line?id=' + e.currentTarget.dataset.id }) }, find() { tt.switchTab({ url: '/pages/home/home' }) } })
