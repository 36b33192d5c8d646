const share = require('../../lib/share')
Page({ data: { dials: [{ id: 7, name: '梅枝' }] }, get(e) { share.hand(e.currentTarget.dataset.id) } })
