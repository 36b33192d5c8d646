const { guess } = require('../../lib/city')
Page({ data: { city: '', films: ['长夜', '远灯'] }, onLoad() { guess().then((city) => this.setData({ city })) }, pick() {} })
