const kit = require('../../data/kit')
Page({ data: { rows: Object.keys(kit).map((n) => ({ n, d: kit[n].join('，') })) } })
