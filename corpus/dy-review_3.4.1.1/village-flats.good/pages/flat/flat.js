const flats = require('../../data/flats')
Page({ data: { f: { n: '', t: [] } }, onLoad(q) { this.setData({ f: flats[q.i] || flats[0] }) }, visit() { tt.request({ url: 'https://flat.example.org/visits', method: 'POST', data: { n: this.data.f.n } }) } })
