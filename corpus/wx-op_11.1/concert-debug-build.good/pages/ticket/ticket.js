const mock = require('../../data/mock')
Page({ data: { banner: '', orders: mock } })
