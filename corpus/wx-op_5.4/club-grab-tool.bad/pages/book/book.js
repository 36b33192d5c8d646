const { chapters } = require('../../data/chapters')
Page({ data: { chapters } })
