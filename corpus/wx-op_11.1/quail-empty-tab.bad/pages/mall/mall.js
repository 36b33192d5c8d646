const { mall } = require('../../i18n')
Page({ data: { mall } })
