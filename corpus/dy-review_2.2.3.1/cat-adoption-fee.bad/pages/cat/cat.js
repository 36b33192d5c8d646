const fee = require('../../config/fee')
Page({ data: { cats: [{ n: '三花', home: true }, { n: '蓝白弟弟', home: false }], fee } })
