const x = require('../../lib/x')
Page({ data: { d: ['A 区', 'B 区'] }, tap() { x.ask({ api_name: 'a' }); x.open('/pages/h/h') } })
