const theme = require('../../services/theme')
Page({ data: { style: '', goods: ['橡木地板', '乳胶漆'] }, onLoad() { theme.apply(this) } })
