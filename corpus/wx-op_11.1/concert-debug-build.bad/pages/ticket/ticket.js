const mock = require('../../data/mock')
Page({ data: { banner: '【测试环境】请勿下单', orders: mock } })
