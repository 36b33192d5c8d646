const flats = require('../../data/flats')
Page({ data: { list: flats.map((f) => ({ t: `${f.t} · ${f.right}权`, p: f.p })) } })
