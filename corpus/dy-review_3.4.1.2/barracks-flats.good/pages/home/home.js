const flats = require('../../data/flats')
const refuse = ['军产', '小产']
Page({ data: { list: flats.filter((f) => !refuse.includes(f.right)).map((f) => ({ t: `${f.t} · ${f.right}房`, p: f.p })) } })
