const jump = require('../../lib/jump')
Page({ data: { left: 3 }, go() { jump('partner') } })
