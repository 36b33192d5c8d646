const me = require('../../lib/me')
Page({ data: { s: ['周三排练', '周六排练'] }, join() { me() } })
