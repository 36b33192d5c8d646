const t = require('../i18n')
Page({ data: { rows: t.rows } })
