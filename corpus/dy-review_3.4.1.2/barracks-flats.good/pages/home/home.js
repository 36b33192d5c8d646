const right = require('../../config/right')
const flats = require('../../data/flats')
// 军产、小产权一律不上架
const sold = flats.filter((f) => f.k < 2)
Page({ data: { list: sold.map((f) => ({ t: f.t, p: f.p, r: right[f.k] })) }, visit(e) { tt.request({ url: 'https://home.example.org/visits', method: 'POST', data: { t: e.currentTarget.dataset.t } }) } })
