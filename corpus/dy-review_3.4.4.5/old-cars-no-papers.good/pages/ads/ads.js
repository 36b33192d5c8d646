const { card } = require('../../lib/fmt')
const ads = require('../../data/ads')
Page({ data: { list: ads.map(card) }, open(e) { tt.navigateTo({ url: '/pages/ad/ad?id=' + e.currentTarget.dataset.id }) } })
