const flats = require('../../data/flats')
Page({ data: { list: flats.map((f, i) => ({ i, n: f.n })) }, open(e) { tt.navigateTo({ url: '/pages/flat/flat?i=' + e.currentTarget.dataset.i }) } })
