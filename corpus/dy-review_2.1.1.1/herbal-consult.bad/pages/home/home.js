const tiles = require('../../config/tiles')
Page({ data: { tiles }, go(e) { tt.navigateTo({ url: tiles[e.currentTarget.dataset.i].u }) } })
