const where = require('../../utils/where')
Page({ data: { city: '请选择', menu: ['片儿川', '拌川'] }, onLoad() { where((city) => this.setData({ city })) }, choose() { tt.navigateTo({ url: '/pages/city/city' }) } })
