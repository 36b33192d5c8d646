const right = require('../../config/right')
const flats = require('../../data/flats')
Page({ data: { list: flats.map((f) => ({ t: f.t, p: f.p, r: right[f.k] })) }, visit(e) { tt.request({ url: 'https://home.example.org/visits', method: 'POST', data: { t: e.currentTarget.dataset.t } }) } })
