const { rows } = require('../../services/price')
Page({ data: { rows: rows() } })
